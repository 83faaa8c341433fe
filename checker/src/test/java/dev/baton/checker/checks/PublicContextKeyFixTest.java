package dev.baton.checker.checks;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Iterables;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.baton.checker.FixTester;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublicContextKeyFixTest {

  @TempDir private Path folder;

  private FixTester tester(String... flags) {
    return FixTester.of(PublicContextKey.class, folder, flags);
  }

  private void changes(String before, String after) {
    tester().changes("Keys.java", before, after).test();
  }

  private void leaves(String text) {
    tester().leaves("Keys.java", text).test();
  }

  // Made private

  @Test
  void constantThatItsClassUses() {
    changes(
        """
        import dev.baton.context.*;

        public final class Keys {
          public static final Key<String> USER = Key.of("user");

          public static Context withUser(Context ctx, String user) {
            return ctx.withValue(USER, user);
          }

          public static String user(Context ctx) {
            return String.valueOf(ctx.value(Keys.USER));
          }
        }
        """,
        """
        import dev.baton.context.*;

        public final class Keys {
          private static final Key<String> USER = Key.of("user");

          public static Context withUser(Context ctx, String user) {
            return ctx.withValue(USER, user);
          }

          public static String user(Context ctx) {
            return String.valueOf(ctx.value(Keys.USER));
          }
        }
        """);
  }

  @Test
  void protectedConstantAndOneThatNobodyUses() {
    changes(
        """
        import dev.baton.context.Key;

        public class Keys {
          protected static final Key<String> USER = Key.of("user");
          public static final Key<String> UNUSED = Key.of("unused");

          boolean has(dev.baton.context.Context ctx) {
            return ctx.value(USER) != null;
          }
        }
        """,
        """
        import dev.baton.context.Key;

        public class Keys {
          private static final Key<String> USER = Key.of("user");
          private static final Key<String> UNUSED = Key.of("unused");

          boolean has(dev.baton.context.Context ctx) {
            return ctx.value(USER) != null;
          }
        }
        """);
  }

  @Test
  void modifiersInAnyOrderAmongAnnotationsAndComments() {
    changes(
        """
        import dev.baton.context.Key;

        public class Keys {
          static @SuppressWarnings("public") /* not public */ final
              // protected by nobody
              public Key<String> USER = Key.of("user");

          @Deprecated(since = "public", forRemoval = true) protected final static Key<String> TENANT =
              Key.of("public");
        }
        """,
        """
        import dev.baton.context.Key;

        public class Keys {
          static @SuppressWarnings("public") /* not public */ final
              // protected by nobody
              private Key<String> USER = Key.of("user");

          @Deprecated(since = "public", forRemoval = true) private final static Key<String> TENANT =
              Key.of("public");
        }
        """);
  }

  @Test
  void fieldOfAnObjectAndOfAnEnum() {
    changes(
        """
        import dev.baton.context.*;

        public class Keys {
          public final Key<String> own = Key.of("own");

          boolean isSame(Keys other) {
            return this.own == other.own && own == new Keys().own;
          }

          public enum Kind {
            USER;

            public final Key<String> key = Key.of(name());
          }

          static String read(Context ctx) {
            return ctx.value(Kind.USER.key);
          }
        }
        """,
        """
        import dev.baton.context.*;

        public class Keys {
          private final Key<String> own = Key.of("own");

          boolean isSame(Keys other) {
            return this.own == other.own && own == new Keys().own;
          }

          public enum Kind {
            USER;

            private final Key<String> key = Key.of(name());
          }

          static String read(Context ctx) {
            return ctx.value(Kind.USER.key);
          }
        }
        """);
  }

  @Test
  void usesInAnonymousLocalAndNestedClassesAndLambdas() {
    changes(
        """
        import dev.baton.context.*;
        import java.util.function.Supplier;

        public class Keys {
          public static final Key<String> USER = Key.of("user");

          Runnable anonymous(Context ctx) {
            return new Runnable() {
              @Override
              public void run() {
                ctx.value(USER);
              }
            };
          }

          Supplier<String> lambda(Context ctx) {
            class Local {
              String get() {
                return ctx.value(USER);
              }
            }
            return () -> new Local().get() + ctx.value(USER);
          }

          static class Nested {
            String get(Context ctx) {
              return ctx.value(USER) + ctx.value(Keys.USER);
            }
          }
        }
        """,
        """
        import dev.baton.context.*;
        import java.util.function.Supplier;

        public class Keys {
          private static final Key<String> USER = Key.of("user");

          Runnable anonymous(Context ctx) {
            return new Runnable() {
              @Override
              public void run() {
                ctx.value(USER);
              }
            };
          }

          Supplier<String> lambda(Context ctx) {
            class Local {
              String get() {
                return ctx.value(USER);
              }
            }
            return () -> new Local().get() + ctx.value(USER);
          }

          static class Nested {
            String get(Context ctx) {
              return ctx.value(USER) + ctx.value(Keys.USER);
            }
          }
        }
        """);
  }

  @Test
  void constantOfANestedClassThatTheOuterOneUses() {
    changes(
        """
        import dev.baton.context.*;

        public interface Keys {
          final class Names {
            public static final Key<String> USER = Key.of("user");

            private Names() {}
          }

          default String user(Context ctx) {
            return ctx.value(Names.USER);
          }
        }
        """,
        """
        import dev.baton.context.*;

        public interface Keys {
          final class Names {
            private static final Key<String> USER = Key.of("user");

            private Names() {}
          }

          default String user(Context ctx) {
            return ctx.value(Names.USER);
          }
        }
        """);
  }

  @Test
  void constantOfARecordAndOfAGenericClass() {
    changes(
        """
        import dev.baton.context.*;

        public record Keys(String name) {
          public static final Key<String> USER = Key.of("user");

          public static class Box<T> {
            public final Key<T> key = Key.of("box");

            T get(Context ctx, Box<? extends T> other) {
              return ctx.value(key) == null ? ctx.value(other.key) : null;
            }
          }
        }
        """,
        """
        import dev.baton.context.*;

        public record Keys(String name) {
          private static final Key<String> USER = Key.of("user");

          public static class Box<T> {
            private final Key<T> key = Key.of("box");

            T get(Context ctx, Box<? extends T> other) {
              return ctx.value(key) == null ? ctx.value(other.key) : null;
            }
          }
        }
        """);
  }

  @Test
  void fieldOfTheSuperclassByItsFullName() {
    changes(
        """
        import dev.baton.context.*;

        public class Keys {
          public static class Base {
            public static final Key<String> USER = Key.of("user");
          }

          public static class Derived extends Base {
            String user(Context ctx) {
              return ctx.value(Base.USER) + ctx.value(super.USER);
            }
          }
        }
        """,
        """
        import dev.baton.context.*;

        public class Keys {
          public static class Base {
            private static final Key<String> USER = Key.of("user");
          }

          public static class Derived extends Base {
            String user(Context ctx) {
              return ctx.value(Base.USER) + ctx.value(super.USER);
            }
          }
        }
        """);
  }

  @Test
  void othersHaveTheirOwnOfThatName() {
    tester()
        .changes(
            "Keys.java",
            """
            import dev.baton.context.Key;

            public class Keys {
              public static final Key<String> USER = Key.of("user");
            }
            """,
            """
            import dev.baton.context.Key;

            public class Keys {
              private static final Key<String> USER = Key.of("user");
            }
            """)
        .beside(
            "com/acme/user/Other.java",
            """
            package com.acme.user;

            import dev.baton.context.*;

            /** Not {@code Keys.USER}. */
            class Other {
              private static final Key<String> USER = Key.of("user");
              enum Role { USER, KEYS }

              String get(Context ctx, Role role) {
                switch (role) {
                  case USER:
                    return ctx.value(USER);
                  default:
                    return "Keys.USER";
                }
              }
            }
            """)
        .test();
  }

  @Test
  void keyOfGrpc() {
    tester("-XepOpt:Baton:Models=grpc")
        .changes(
            "Grpc.java",
            """
            import io.grpc.Context;

            public class Grpc {
              public static final Context.Key<String> USER = Context.key("user");

              static String user() {
                return USER.get();
              }
            }
            """,
            """
            import io.grpc.Context;

            public class Grpc {
              private static final Context.Key<String> USER = Context.key("user");

              static String user() {
                return USER.get();
              }
            }
            """)
        .test();
  }

  // Left as it is

  @Test
  void anotherFileUsesIt() {
    for (String use :
        new String[] {
          "Object get() { return com.acme.Keys.USER; }",
          "Object key = com.acme.Keys.Sub.USER;",
          "static class Sub extends com.acme.Keys { Object key = USER; }",
          "void run(com.acme.Keys keys) { Runnable later = () -> System.out.print(keys.USER); }",
          "Object key = new com.acme.Keys() { Object get() { return USER; } };",
          "void run(com.acme.Keys keys) { java.util.function.Supplier<?> s = keys.USER::toString; }",
        }) {
      tester()
          .leaves(
              "com/acme/Keys.java",
              """
              package com.acme;

              import dev.baton.context.Key;

              public class Keys {
                public static final Key<String> USER = Key.of("user");

                public static class Sub extends Keys {}
              }
              """)
          .beside("Use.java", "class Use {\n  " + use + "\n}\n")
          .test();
    }
  }

  @Test
  void anotherFileImportsIt() {
    tester()
        .leaves(
            "com/acme/Keys.java",
            """
            package com.acme;

            public class Keys {
              public static final dev.baton.context.Key<String> USER =
                  dev.baton.context.Key.of("user");
            }
            """)
        .beside("Use.java", "import static com.acme.Keys.USER;\nclass Use {}\n")
        .test();
  }

  @Test
  void anotherFileImportsAllOfItsClass() {
    tester()
        .leaves(
            "com/acme/Keys.java",
            """
            package com.acme;

            public class Keys {
              public static final dev.baton.context.Key<String> USER =
                  dev.baton.context.Key.of("user");
            }
            """)
        .beside("Use.java", "import static com.acme.Keys.*;\nclass Use { Object key = USER; }\n")
        .test();
  }

  /** Javac has then forgotten the files before this one, and not yet understood the others. */
  @Test
  void compilationFileByFile() {
    Compilation compilation =
        Compiler.javac()
            .withOptions(
                "-Xplugin:Baton",
                "-XDcompilePolicy=byfile",
                "--should-stop=ifError=FLOW",
                "-proc:none")
            .compile(
                JavaFileObjects.forSourceString(
                    "Keys",
                    """
                    public class Keys {
                      public static final dev.baton.context.Key<String> USER =
                          dev.baton.context.Key.of("user");
                    }
                    """));

    String found = Iterables.getOnlyElement(compilation.warnings()).getMessage(Locale.ROOT);
    assertThat(found).startsWith("[PublicContextKey]");
    assertThat(found).doesNotContain("Did you mean");
  }

  @Test
  void anotherClassOfTheFileUsesIt() {
    leaves(
        """
        import dev.baton.context.*;

        public class Keys {
          public static final Key<String> USER = Key.of("user");
        }

        class Use {
          Object key = Keys.USER;
        }
        """);
  }

  @Test
  void subclassInTheFileInheritsIt() {
    leaves(
        """
        import dev.baton.context.*;

        public class Keys {
          public static class Base {
            public static final Key<String> USER = Key.of("user");
          }

          public static class Derived extends Base {
            String user(Context ctx) {
              return ctx.value(USER);
            }
          }
        }
        """);
  }

  @Test
  void usedThroughASubclassOrAnObjectOfOne() {
    leaves(
        """
        import dev.baton.context.*;

        public class Keys {
          public static final Key<String> USER = Key.of("user");
          public final Key<String> own = Key.of("own");

          static class Derived extends Keys {
            static String user(Context ctx) {
              return ctx.value(Derived.USER);
            }
          }

          <K extends Keys> boolean isMine(K other) {
            return own == other.own;
          }
        }
        """);
  }

  @Test
  void subclassInsideOfTheClassInheritsIt() {
    leaves(
        """
        import dev.baton.context.*;

        public class Keys {
          public final Key<String> own = Key.of("own");

          static class Derived extends Keys {
            String user(Context ctx) {
              return ctx.value(own);
            }
          }
        }
        """);
  }

  @Test
  void constantsOfInterfacesAndComponentsOfRecords() {
    leaves(
        """
        import dev.baton.context.Key;

        public interface Keys {
          Key<String> USER = Key.of("user");

          public static final Key<String> TENANT = Key.of("tenant");

          record Entry(Key<String> key) {}

          @interface Marker {
            Key<String> TRACE = Key.of("trace");
          }
        }
        """);
  }

  @Test
  void methodsThatHandOutAKey() {
    leaves(
        """
        import dev.baton.context.Key;

        public class Keys {
          private static final Key<String> USER = Key.of("user");

          public static Key<String> user() {
            return USER;
          }
        }
        """);
  }

  @Test
  void twoInOneDeclaration() {
    leaves(
        """
        import dev.baton.context.Key;

        public class Keys {
          public static final Key<String> USER = Key.of("user"), TENANT = Key.of("tenant");
        }
        """);
  }
}
