package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class AttachWithoutDetachTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(AttachWithoutDetach.class, getClass())
          .setArgs(Fixtures.MODELS);

  @Test
  void fixtures() {
    Fixtures.verify(AttachWithoutDetach.class);
  }

  @Test
  void nothingUnlessItsModelIsSwitchedOn() {
    CompilationTestHelper.newInstance(AttachWithoutDetach.class, getClass())
        .addSourceLines(
            "Attached.java",
            "class Attached {",
            "  void attach(io.grpc.Context call) { call.attach(); }",
            "  void attach(io.opentelemetry.context.Context call) { call.makeCurrent(); }",
            "}")
        .doTest();
  }

  @Test
  void methodsOfTheSameName() {
    compilation
        .addSourceLines(
            "Device.java",
            "abstract class Device {",
            "  abstract Device attach();",
            "  abstract AutoCloseable makeCurrent();",
            "  void use(io.grpc.Context call, io.opentelemetry.context.Context other) {",
            "    attach();",
            "    AutoCloseable current = makeCurrent();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void whatMainLeavesToTheEndOfTheProcess() {
    compilation
        .addSourceLines(
            "Main.java",
            "import io.opentelemetry.context.*;",
            "class Main {",
            "  public static void main(String[] args) {",
            "    Scope scope = Context.root().makeCurrent();",
            "    run(() -> {});",
            "  }",
            "  static void run(Runnable work) {",
            "    // BUG: Diagnostic contains: the end of the method on line 11 leaves without it",
            "    Scope scope = Context.root().makeCurrent();",
            "    work.run();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void suppressed() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            "import io.grpc.Context;",
            "class Suppressed {",
            "  @SuppressWarnings(\"AttachWithoutDetach\") void method(Context call) { call.attach(); }",
            "  @SuppressWarnings(\"Baton\") void all(Context call) { call.attach(); }",
            "  void local(Context call) {",
            "    @SuppressWarnings(\"AttachWithoutDetach\") Context previous = call.attach();",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void codeOfTheContextItself() {
    compilation
        .addSourceLines(
            "Own.java",
            "import io.opentelemetry.context.*;",
            "abstract class Own implements Context {",
            "  void enter() { makeCurrent(); }",
            "}")
        .doTest();
  }

  @Test
  void whatATestExpectsOrAMockIsTold() {
    compilation
        .addSourceLines(
            "Expected.java",
            "import static org.junit.jupiter.api.Assertions.assertThrows;",
            "import io.grpc.Context;",
            "class Expected {",
            "  void test(Context call) {",
            "    assertThrows(IllegalStateException.class, () -> call.attach());",
            "    assertThrows(IllegalStateException.class, call::attach);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void aParameterThatTheCodeOfAnAgentFills() {
    compilation
        .addSourceLines(
            "Advice.java",
            "import io.opentelemetry.context.*;",
            "class Advice {",
            "  static void onEnter(Context call, Scope scope) {",
            "    scope = call.makeCurrent();",
            "  }",
            "  static void onExit(Scope scope) {",
            "    scope.close();",
            "  }",
            "}")
        .doTest();
  }
}
