package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContextKeyIdentityFixTest {

  @TempDir private Path folder;

  private FixTester tester() {
    return FixTester.of(ContextKeyIdentity.class, folder);
  }

  private void leaves(String text) {
    tester().leaves("Keys.java", text).test();
  }

  // Made at the call

  @Test
  void bothSidesGetTheSameConstant() {
    tester()
        .changes(
            "Keys.java",
            """
            import dev.baton.context.*;

            class Keys {
              Context put(Context ctx, String id) {
                return ctx.withValue(Key.of("request-id"), id);
              }

              String get(Context ctx) {
                return ctx.<String>value(Key.of("request-id"));
              }
            }
            """,
            """
            import dev.baton.context.*;

            class Keys {
              private static final Key<String> REQUEST_ID = Key.of("request-id");

              Context put(Context ctx, String id) {
                return ctx.withValue(REQUEST_ID, id);
              }

              String get(Context ctx) {
                return ctx.<String>value(REQUEST_ID);
              }
            }
            """)
        .inRounds(2)
        .test();
  }

  @Test
  void localAndTypeToImport() {
    tester()
        .changes(
            "Keys.java",
            """
            import dev.baton.context.Context;

            class Keys {
              private int puts;

              static class Nested {
                int count;

                Runnable put(Context ctx, Zones zones) {
                  return () -> {
                    var zone = dev.baton.context.Key.<java.time.ZoneId>of("zone");
                    zones.use(ctx.withValue(zone, null));
                  };
                }
              }

              interface Zones {
                void use(Context ctx);
              }
            }
            """,
            """
            import dev.baton.context.Context;
            import dev.baton.context.Key;
            import java.time.ZoneId;

            class Keys {
              private int puts;

              static class Nested {
                private static final Key<ZoneId> ZONE = dev.baton.context.Key.<java.time.ZoneId>of("zone");
                int count;

                Runnable put(Context ctx, Zones zones) {
                  return () -> {
                    var zone = ZONE;
                    zones.use(ctx.withValue(zone, null));
                  };
                }
              }

              interface Zones {
                void use(Context ctx);
              }
            }
            """)
        .test();
  }

  @Test
  void notWhereItIsNoConstantOrHasNoPlaceOrName() {
    leaves(
        """
        import dev.baton.context.*;

        interface Keys {
          default String inInterface(Context ctx) {
            return ctx.value(Key.of("interface"));
          }

          class Values {
            static final String MODE = "mode";

            String named(Context ctx, String name) {
              return ctx.value(Key.of(name));
            }

            String instead(Context ctx, String instead) {
              return ctx.value(Key.of("instead", instead));
            }

            <T> T generic(Context ctx) {
              return ctx.<T>value(Key.of("generic"));
            }

            String keyword(Context ctx) {
              return ctx.value(Key.of("1"));
            }

            String taken(Context ctx) {
              return ctx.value(Key.of("mode")) + MODE;
            }

            boolean unknown(Context ctx) {
              return ctx.value(Key.of("unknown")) == null;
            }
          }
        }
        """);
  }

  // Fields

  @Test
  void privateFields() {
    tester()
        .changes(
            "Keys.java",
            """
            import dev.baton.context.*;

            final class Keys {
              /** Who asks. */
              private final Key<String> userName = Key.of("user");

              private static Key<Integer> PAGE = Key.of("page", 1); // the first

              Context put(Context ctx, Keys other) {
                return ctx.withValue(userName, "").withValue(this.userName, "").withValue(PAGE, 2);
              }

              String get(Context ctx, Keys other) {
                return ctx.value(other.userName) + ctx.value(Keys.PAGE);
              }
            }
            """,
            """
            import dev.baton.context.*;

            final class Keys {
              /** Who asks. */
              private static final Key<String> USER = Key.of("user");

              private static final Key<Integer> PAGE = Key.of("page", 1); // the first

              Context put(Context ctx, Keys other) {
                return ctx.withValue(USER, "").withValue(USER, "").withValue(PAGE, 2);
              }

              String get(Context ctx, Keys other) {
                return ctx.value(USER) + ctx.value(PAGE);
              }
            }
            """)
        .inRounds(2)
        .test();
  }

  @Test
  void notFieldsThatOthersSeeOrThatChange() {
    leaves(
        """
        import dev.baton.context.*;

        class Keys<T> {
          final Key<String> seen = Key.of("seen");
          private Key<String> changes = Key.of("changes");
          private final Key<T> generic = Key.of("generic");
          private final Key<String> a = Key.of("one"), b = Key.of("two");
          @Deprecated private final Key<String> marked = Key.of("marked");
          private final Key<String> called = Key.of("called");
          private final Key<String> inConstructor;

          Keys() {
            inConstructor = Key.of("in-constructor");
          }

          void change(Key<String> to) {
            changes = to;
          }

          Keys<T> self() {
            return this;
          }

          String get(Context ctx) {
            return ctx.value(seen) + ctx.value(changes) + ctx.value(generic) + ctx.value(a)
                + ctx.value(b) + ctx.value(marked) + ctx.value(self().called)
                + ctx.value(inConstructor);
          }

          class Inner {
            private final Key<String> inner = Key.of("inner");

            Context put(Context ctx) {
              return ctx.withValue(inner, "");
            }
          }
        }
        """);
  }
}
