package dev.baton.checker.checks;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import dev.baton.checker.OnTheClassPath;
import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

final class ContextNotFirstTest {

  private static CompilationTestHelper helper(String... args) {
    return CompilationTestHelper.newInstance(ContextNotFirst.class, ContextNotFirstTest.class)
        .setArgs(ImmutableList.copyOf(args));
  }

  @Test
  void fixtures() {
    Fixtures.verify(ContextNotFirst.class);
  }

  @Test
  void typeOfTheSameSimpleNameIsNoContext() {
    helper()
        .addSourceLines(
            "Directory.java",
            """
            import javax.naming.Context;

            class Directory {
              dev.baton.context.Context ours;

              void bind(String name, Context directory) {}
            }
            """)
        .doTest();
  }

  @Test
  void compilationWithoutContextsIsSilent() {
    helper()
        .withClasspath(Test.class)
        .addSourceLines(
            "Context.java",
            """
            class Context {
              void merge(String name, Context other) {}
            }
            """)
        .doTest();
  }

  @Test
  void threadBoundContextsAreNotPassed() {
    helper("-XepOpt:Baton:Models=grpc")
        .addSourceLines(
            "Interceptor.java",
            """
            import io.grpc.Context;

            class Interceptor {
              void attach(String call, Context parent) {}
            }
            """)
        .doTest();
  }

  @Test
  void typesThatTheFlagNamesAreContextsExceptInTheirOwnCode() {
    helper("-XepOpt:Baton:ContextTypes=com.acme.Ctx")
        .addSourceLines(
            "com/acme/Ctx.java",
            """
            package com.acme;

            public interface Ctx {
              Ctx with(String key, Ctx parent);

              class Root implements Ctx {
                public Ctx with(String name, Ctx parent) {
                  return parent;
                }

                static class Builder {
                  void copy(int depth, Ctx from) {}
                }
              }
            }
            """)
        .addSourceLines(
            "com/acme/Store.java",
            """
            package com.acme;

            class Store {
              // BUG: Diagnostic contains: context `root` is parameter 2 of `put`; move it first
              void put(String row, Ctx.Root root) {}
            }
            """)
        .doTest();
  }

  @Test
  void oneParameterOfAnAllowedTypeMayComeFirst() {
    helper("-XepOpt:ContextNotFirst:AllowedFirst=com.acme.Call,com.acme.Absent")
        .addSourceLines(
            "com/acme/Call.java",
            """
            package com.acme;

            public interface Call {
              class Unary implements Call {}
            }
            """)
        .addSourceLines(
            "com/acme/Handler.java",
            """
            package com.acme;

            import dev.baton.context.Context;

            class Handler {
              void start(Call call, Context ctx) {}

              void start(Call.Unary call, Context ctx, Context parent, int number) {}

              <C extends Call> void startAny(C call, Context ctx) {}

              // BUG: Diagnostic contains: context `ctx` is parameter 3 of `retry`; move it first
              void retry(Call first, Call second, Context ctx) {}

              // BUG: Diagnostic contains: context `late` is parameter 3 of `resume`; move it first
              void resume(Context ctx, Call call, Context late) {}

              // BUG: Diagnostic contains: context `late` is parameter 3 of `end`; move it first
              void end(Call call, String reason, Context late) {}
            }
            """)
        .doTest();
  }

  @Test
  void suppressedOnParameterMethodAndClass() {
    helper()
        .addSourceLines(
            "Suppressed.java",
            """
            import dev.baton.context.Context;

            class Suppressed {
              void a(String id, @SuppressWarnings("ContextNotFirst") Context ctx) {}

              void b(String id, @SuppressWarnings("Baton") Context ctx) {}

              @SuppressWarnings("ContextNotFirst")
              void c(String id, Context ctx) {}

              @SuppressWarnings("Baton")
              Suppressed(String id, Context ctx) {}

              @SuppressWarnings("Baton")
              static class Inner {
                void d(String id, Context ctx) {}
              }

              // BUG: Diagnostic contains: parameter 2 of `e`
              void e(@SuppressWarnings("Baton") String id, Context ctx) {}

              @SuppressWarnings("StoredContext")
              // BUG: Diagnostic contains: parameter 2 of `f`
              void f(String id, Context ctx) {}
            }
            """)
        .doTest();
  }

  @Test
  void generatedCodeIsSkipped() {
    helper()
        .addSourceLines("gen/package-info.java", "@Generated", "package gen;")
        .addSourceLines("gen/Generated.java", "package gen;", "@interface Generated {}")
        .addSourceLines(
            "gen/Stub.java",
            """
            package gen;

            import dev.baton.context.Context;

            class Stub {
              void call(String id, Context ctx) {}
            }
            """)
        .addSourceLines(
            "Service.java",
            """
            import dev.baton.context.Context;
            import javax.annotation.processing.Generated;

            class Service {
              @Generated("stubs")
              static class Stub {
                class Deep {
                  void call(String id, Context ctx) {}
                }
              }

              @Generated("stubs")
              void call(String id, Context ctx) {}

              // BUG: Diagnostic contains: parameter 2 of `handWritten`
              void handWritten(String id, Context ctx) {}
            }
            """)
        .doTest();
  }

  @Test
  void onlyARealOverrideIsSilent() {
    helper()
        .addSourceLines(
            "Overrides.java",
            """
            import dev.baton.context.Context;

            abstract class Overrides<T> {
              // BUG: Diagnostic contains: parameter 2 of `load`
              abstract void load(T id, Context ctx);

              // BUG: Diagnostic contains: parameter 2 of `hidden`
              private void hidden(String id, Context ctx) {}

              static class OfText extends Overrides<String> {
                void load(String id, Context ctx) {}

                // BUG: Diagnostic contains: parameter 2 of `load`
                void load(Integer id, Context ctx) {}

                // BUG: Diagnostic contains: parameter 2 of `hidden`
                void hidden(String id, Context ctx) {}
              }

              enum Mode {
                FAST {
                  void apply(String id, Context ctx) {}
                };

                // BUG: Diagnostic contains: parameter 2 of `apply`
                abstract void apply(String id, Context ctx);
              }
            }
            """)
        .doTest();
  }

  @Test
  void recordHeaderAndCanonicalConstructorAreSilent() {
    helper()
        .addSourceLines(
            "Records.java",
            """
            import dev.baton.context.Context;

            class Records {
              record Plain(String id, Context ctx) {}

              record Compact(String id, Context ctx) {
                Compact {
                  ctx.throwIfDone();
                }
              }

              record Explicit<C extends Context>(String id, C ctx) {
                Explicit(String id, C ctx) {
                  this.id = id;
                  this.ctx = ctx;
                }
              }
            }
            """)
        .doTest();
  }

  @Test
  void missingSupertypesAreNoContexts() {
    helper()
        .withClasspath(
            Context.class,
            CancellableContext.class,
            OnTheClassPath.class,
            OnTheClassPath.Present.class)
        .addSourceLines(
            "Loader.java",
            """
            import dev.baton.checker.OnTheClassPath.Present;
            import dev.baton.context.Context;

            class Loader {
              void load(String id, Present present) {}

              // BUG: Diagnostic contains: parameter 2 of `loadAll`
              void loadAll(Present present, Context ctx) {}
            }
            """)
        .doTest();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void syntaxOfJava25() {
    helper()
        .addSourceLines(
            "Modern.java",
            """
            import dev.baton.context.Context;
            import java.util.function.BiFunction;

            class Modern {
              private final String id;

              // BUG: Diagnostic contains: parameter 2 of the constructor of `Modern`
              Modern(String id, Context ctx) {
                String checked = ctx.isDone() ? "" : id;
                super();
                this.id = checked;
              }

              BiFunction<String, Context, String> ignoring() {
                return (_, _) -> id;
              }

              record Pair(Object left, Object right) {}

              String read(Context ctx, Object value) {
                return switch (value) {
                  case Pair(String text, _) when !ctx.isDone() -> text;
                  case null -> "";
                  case Object _ -> id;
                };
              }
            }
            """)
        .doTest();
  }
}
