package dev.baton.checker.checks;

import dev.baton.checker.FixTester;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredContextFixTest {

  @TempDir private Path folder;

  private FixTester tester() {
    return FixTester.of(StoredContext.class, folder);
  }

  private void changes(String before, String after) {
    tester().changes("Service.java", before, after).test();
  }

  private void leaves(String text) {
    tester().leaves("Service.java", text).test();
  }

  // Inlined

  @Test
  void constantWithItsJavadoc() {
    changes(
        """
        import dev.baton.context.Context;

        class Service {

          /** For work that belongs to no request. */
          private static final Context ROOT = Context.background();

          void run() {
            load(ROOT, "a");
            load(Service.ROOT, "b");
          }

          void load(Context ctx, String id) {}
        }
        """,
        """
        import dev.baton.context.Context;

        class Service {

          void run() {
            load(Context.background(), "a");
            load(Context.background(), "b");
          }

          void load(Context ctx, String id) {}
        }
        """);
  }

  @Test
  void fieldOfAnObjectReadWithAndWithoutThis() {
    changes(
        """
        import dev.baton.context.Context;

        class Service {
          private final String name = "service";
          private final Context ctx = Context.todo(); // TODO: take it from the caller
          private final int size = 1;

          boolean isDone() {
            Runnable check = () -> ctx.throwIfDone();
            check.run();
            return this.ctx.isDone() || Service.this.ctx.isDone();
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Service {
          private final String name = "service";
          private final int size = 1;

          boolean isDone() {
            Runnable check = () -> Context.todo().throwIfDone();
            check.run();
            return Context.todo().isDone() || Context.todo().isDone();
          }
        }
        """);
  }

  @Test
  void usesBeforeAndBehindTheDeclaration() {
    changes(
        """
        import dev.baton.context.Context;

        class Service {
          static boolean isDone() {
            return ROOT.isDone();
          }

          // The root.
          // Never done.
          static final Context ROOT = Context.background();

          static final class Nested {
            boolean isDone = ROOT == null || ROOT.withoutCancel().isDone();
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Service {
          static boolean isDone() {
            return Context.background().isDone();
          }

          static final class Nested {
            boolean isDone = Context.background() == null || Context.background().withoutCancel().isDone();
          }
        }
        """);
  }

  @Test
  void constantThatNobodyUses() {
    changes(
        """
        import dev.baton.context.Context;

        class Service {
          private static final Context ROOT = Context.background();
        }
        """,
        """
        import dev.baton.context.Context;

        class Service {
        }
        """);
  }

  @Test
  void lastMember() {
    changes(
        """
        class Service {
          void run() {
            ROOT.throwIfDone();
          }

          /**
           * The root.
           */

          final static dev.baton.context.Context ROOT =
              dev.baton.context.Context.background(); // the last
        }
        """,
        """
        class Service {
          void run() {
            dev.baton.context.Context.background().throwIfDone();
          }
        }
        """);
  }

  @Test
  void oneAmongOthersInItsLine() {
    changes(
        """
        import dev.baton.context.Context;

        class Service { static final Context A = Context.todo(); int b; static final Context C = Context.todo();
          int d; static final Context E = Context.todo();
          static final Context F = Context.todo(); /* of g */ int g; }
        """,
        """
        import dev.baton.context.Context;

        class Service { int b;
          int d;
          /* of g */ int g; }
        """);
  }

  @Test
  void linesAsOfWindows() {
    String before =
        """
        import dev.baton.context.Context;

        class Service {
          int before; // before

          /** The root. */
          static final Context ROOT = Context.background(); // root

          boolean isDone = ROOT.isDone();
        }
        """;
    String after =
        """
        import dev.baton.context.Context;

        class Service {
          int before; // before

          boolean isDone = Context.background().isDone();
        }
        """;
    changes(before.replace("\n", "\r\n"), after.replace("\n", "\r\n"));
  }

  @Test
  void commentsOfOthersStay() {
    changes(
        """
        import dev.baton.context.Context;

        class Service { // a service

          int before; // before

          // Roots:

          static final Context ROOT = Context.background();

          // behind
          int behind;
        }
        """,
        """
        import dev.baton.context.Context;

        class Service { // a service

          int before; // before

          // Roots:

          // behind
          int behind;
        }
        """);
  }

  @Test
  void constantOfAnEnumAndOfARecord() {
    changes(
        """
        import dev.baton.context.Context;

        enum Service {
          ONE, TWO;

          private static final Context ROOT = Context.background();

          boolean isDone() {
            return ROOT.isDone();
          }

          record Job(String name) {
            static final Context OF_JOB = Context.todo();

            Job {
              OF_JOB.throwIfDone();
            }
          }
        }
        """,
        """
        import dev.baton.context.Context;

        enum Service {
          ONE, TWO;

          boolean isDone() {
            return Context.background().isDone();
          }

          record Job(String name) {
            Job {
              Context.todo().throwIfDone();
            }
          }
        }
        """);
  }

  @Test
  void fieldOfALocalAndOfAnAnonymousClass() {
    changes(
        """
        import dev.baton.context.Context;

        class Service {
          void run() {
            class Local {
              final Context mine = Context.todo();
            }
            new Object() {
              final Context own = Context.background();

              void run() {
                own.throwIfDone();
              }
            }.run();
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Service {
          void run() {
            class Local {
            }
            new Object() {
              void run() {
                Context.background().throwIfDone();
              }
            }.run();
          }
        }
        """);
  }

  @Test
  void anotherClassOfTheFileUsesIt() {
    changes(
        """
        import dev.baton.context.Context;

        class Service {
          static final Context ROOT = Context.background();

          void run() {
            new Client().call(ROOT);
          }
        }

        class Client {
          @SuppressWarnings("DetachedContext")
          void call(Context ctx) {
            java.util.function.Supplier<Boolean> check = Service.ROOT::isDone;
            Context chosen = ctx.isDone() ? Service.ROOT : ctx;
            chosen.throwIfDone();
          }
        }
        """,
        """
        import dev.baton.context.Context;

        class Service {
          void run() {
            new Client().call(Context.background());
          }
        }

        class Client {
          @SuppressWarnings("DetachedContext")
          void call(Context ctx) {
            java.util.function.Supplier<Boolean> check = Context.background()::isDone;
            Context chosen = ctx.isDone() ? Context.background() : ctx;
            chosen.throwIfDone();
          }
        }
        """);
  }

  @Test
  void twoConstantsWhoseUsesAreEntangled() {
    tester()
        .changes(
            "Service.java",
            """
            import dev.baton.context.Context;

            class Service {
              private static final Context FIRST = Context.background();
              private final String name = "service";
              private static final Context SECOND = Context.todo();

              boolean areDone() {
                return FIRST.isDone() && SECOND.isDone() && FIRST.isDone();
              }
            }
            """,
            """
            import dev.baton.context.Context;

            class Service {
              private final String name = "service";

              boolean areDone() {
                return Context.background().isDone() && Context.todo().isDone() && Context.background().isDone();
              }
            }
            """)
        .inRounds(2)
        .test();
  }

  // Left as it is

  @Test
  void constantsThatOthersSee() {
    leaves(
        """
        import dev.baton.context.Context;

        public class Service {
          public static final Context ROOT = Context.background();
          protected static final Context OTHER = Context.todo();

          interface Constants {
            Context CTX = Context.background();
          }
        }
        """);
  }

  @Test
  void anotherFileUsesIt() {
    for (String use :
        new String[] {
          "boolean isDone = Service.ROOT.isDone();",
          "static class Sub extends Service { boolean isDone = ROOT.isDone(); }",
          "java.util.function.Supplier<Boolean> isDone = Service.ROOT::isDone;"
        }) {
      tester()
          .leaves(
              "Service.java",
              """
              import dev.baton.context.Context;

              class Service {
                static final Context ROOT = Context.background();
              }
              """)
          .beside("Use.java", "class Use {\n  " + use + "\n}\n")
          .test();
    }
  }

  @Test
  void fieldsThatAreNotFinal() {
    leaves(
        """
        import dev.baton.context.Context;

        class Service {
          private static Context root = Context.background();
          private Context ctx = Context.todo();
        }
        """);
  }

  @Test
  void otherInitializers() {
    leaves(
        """
        import dev.baton.context.Context;
        import java.util.Optional;

        class Service {
          private static final Context NONE = null;
          private static final Context DETACHED = Context.background().withoutCancel();
          private static final Context OWN = background();
          private static final Optional<Context> HELD = Optional.of(Context.background());
          private static final Context PARENTHESISED = (Context.background());
          private final Context later;

          Service() {
            later = Context.background();
          }

          private static Context background() {
            return Context.background();
          }
        }
        """);
  }

  @Test
  void fieldOfAnotherType() {
    leaves(
        """
        import dev.baton.context.Context;
        import java.util.function.Supplier;

        class Service {
          private final Supplier<Context> source = Context::background;
          private final Context[] all = {Context.background()};
        }
        """);
  }

  @Test
  void annotatedField() {
    leaves(
        """
        import dev.baton.context.Context;

        class Service {
          @interface Inject {}

          @Inject private final Context ctx = Context.background();
          @Deprecated static final Context ROOT = Context.background();
        }
        """);
  }

  @Test
  void nameOfTheFactorysClassMeansSomethingElseAtAUse() {
    leaves(
        """
        class Service {
          private static final dev.baton.context.Context ROOT = dev.baton.context.Context.todo();

          boolean isDone(String dev) {
            return ROOT.isDone() && dev.isEmpty();
          }

          boolean isDone() {
            String dev = "";
            return ROOT.isDone() && dev.isEmpty();
          }
        }
        """);
  }

  @Test
  void nestedClassHidesTheNameOfTheFactorysClass() {
    leaves(
        """
        import dev.baton.context.Context;

        class Service {
          private static final Context ROOT = Context.background();

          static class Inner {
            static class Context {}

            boolean isDone() {
              return ROOT.isDone();
            }
          }
        }
        """);
  }

  @Test
  void importedFactory() {
    leaves(
        """
        import static dev.baton.context.Context.background;

        import dev.baton.context.Context;

        class Service {
          private static final Context ROOT = background();
        }
        """);
  }

  @Test
  void objectThatIsEvaluatedForIt() {
    leaves(
        """
        import dev.baton.context.Context;

        class Service {
          final Context ctx = Context.background();

          static Service create() {
            return new Service();
          }

          boolean isDone(Service other) {
            return other.ctx.isDone() && create().ctx.isDone();
          }
        }
        """);
  }

  @Test
  void javadocLinksToIt() {
    leaves(
        """
        import dev.baton.context.Context;

        class Service {
          private static final Context ROOT = Context.background();

          /** Runs with {@link #ROOT}. */
          void run() {
            ROOT.throwIfDone();
          }
        }
        """);
  }

  @Test
  void twoInOneDeclaration() {
    leaves(
        """
        import dev.baton.context.Context;

        class Service {
          private static final Context FIRST = Context.background(), SECOND = Context.todo();
        }
        """);
  }
}
