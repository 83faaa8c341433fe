package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class DetachedContextTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(DetachedContext.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(DetachedContext.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines(
            "Plain.java",
            "class Plain {",
            "  static String background() { return \"\"; }",
            "  String m(String ctx) { return background() + Plain.background(); }",
            "}")
        .doTest();
  }

  @Test
  void otherMethodsOfTheseNames() {
    compilation
        .addSourceLines(
            "Painter.java",
            "import dev.baton.context.Context;",
            "class Painter {",
            "  static Context background() { return Context.background(); }",
            "  Context todo() { return Context.todo(); }",
            "  Context paint(Context ctx) { return ctx.isDone() ? background() : todo(); }",
            "}")
        .doTest();
  }

  @Test
  void conditionsThatSayNothingOfTheEnd() {
    compilation
        .addSourceLines(
            "Waits.java",
            "import dev.baton.context.Context;",
            "import java.time.Duration;",
            "abstract class Waits {",
            "  abstract void use(Context ctx);",
            "  void m(Context ctx, boolean b) throws InterruptedException {",
            "    if (ctx.awaitDone(Duration.ZERO) || b) {",
            "      // BUG: Diagnostic contains: `Context.background()` starts anew",
            "      use(Context.background());",
            "    }",
            "    if (!ctx.isDone()) {",
            "      // BUG: Diagnostic contains: `Context.background()` starts anew",
            "      use(Context.background());",
            "    }",
            "    while (!ctx.isDone()) { if (b) break; }",
            "    // BUG: Diagnostic contains: `Context.background()` starts anew",
            "    use(Context.background());",
            "    try {",
            "      use(ctx);",
            "    } catch (RuntimeException e) {",
            "      // BUG: Diagnostic contains: `Context.background()` starts anew",
            "      use(Context.background());",
            "    }",
            "  }",
            "  void close(String name, Context ctx) {",
            "    // BUG: Diagnostic contains: `Context.background()` starts anew",
            "    use(Context.background());",
            "  }",
            "  Context pick(Context ctx, String s) {",
            "    // BUG: Diagnostic contains: `Context.background()` starts anew",
            "    return s == null ? Context.background() : ctx;",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void ownersAreNotForThoseWhoGetTheResult() {
    compilation
        .addSourceLines(
            "Results.java",
            "import dev.baton.context.*;",
            "class Results {",
            "  Context local(boolean b) {",
            "    try (CancellableContext own = Context.background().withCancel()) {",
            "      java.util.function.Supplier<Context> s = () -> (Context) Context.todo();",
            "      return b ? Context.todo() : s.get();",
            "    }",
            "  }",
            "  Context parameter(CancellableContext given) {",
            "    // BUG: Diagnostic contains: `Context.todo()` stands where `given` is in scope",
            "    return Context.todo();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void testCode() {
    compilation
        .addSourceLines(
            "OrdersTest.java",
            "import dev.baton.context.Context;",
            "class OrdersTest {",
            "  @org.junit.jupiter.api.Test void test() {}",
            "  Context helper(Context ctx) { return Context.background(); }",
            "}")
        .doTest();
  }

  @Test
  void ownAnnotationOfThatName() {
    compilation
        .addSourceLines(
            "Own.java",
            "import dev.baton.context.Context;",
            "class Own {",
            "  @interface DetachedWork { String value() default \" \"; }",
            "  // BUG: Diagnostic contains: `@DetachedWork` gives no reason; say why the constructor",
            "  @DetachedWork Own(Context ctx) { Context.background().isDone(); }",
            "  @DetachedWork(\"a reason\") void m(Context ctx) { Context.background().isDone(); }",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            "import dev.baton.context.Context;",
            "class Suppressed {",
            "  @SuppressWarnings(\"DetachedContext\")",
            "  Context method(Context ctx) { return Context.background(); }",
            "  Context local(Context ctx) {",
            "    @SuppressWarnings(\"Baton\")",
            "    Context own = Context.background();",
            "    return own;",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "import dev.baton.context.Context;",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "class Stub { Context m(Context ctx) { return Context.background(); } }")
        .doTest();
  }
}
