package dev.baton.checker.checks;

import com.google.errorprone.CompilationTestHelper;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class ContextParameterNameTest {

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(ContextParameterName.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(ContextParameterName.class);
  }

  @Test
  void codeWithoutContexts() {
    compilation
        .addSourceLines("Plain.java", "class Plain {", "  int twice(int n) { return 2 * n; }", "}")
        .doTest();
  }

  @Test
  void anotherTypeOfTheSameName() {
    compilation
        .addSourceLines(
            "Names.java",
            "class Names {",
            "  static class Context {}",
            "  void m(Context c, javax.naming.Context n, dev.baton.context.Context ctx) {}",
            "}")
        .doTest();
  }

  @Test
  void otherVariables() {
    compilation
        .addSourceLines(
            "Others.java",
            "import dev.baton.context.*;",
            "import java.util.*;",
            "class Others {",
            "  private Context field;",
            "  Context m(Context ctx, Optional<Context> maybe, List<Context> all, Object o) {",
            "    Context local = ctx;",
            "    for (Context element : all) { local = element; }",
            "    try (CancellableContext timed = local.withCancel()) { field = timed; }",
            "    return o instanceof Context bound ? bound : maybe.map(c -> c).orElse(field);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void lateContextsAreReportedForTheirPlace() {
    compilation
        .setArgs("-XepOpt:ContextNotFirst:AllowedFirst=java.lang.Thread")
        .addSourceLines(
            "Late.java",
            "import dev.baton.context.Context;",
            "interface Late {",
            "  void late(String id, Context c);",
            "  // BUG: Diagnostic contains: context `d` of `two` has a name of its own; call it `dCtx`",
            "  void two(String id, Context c, Context d);",
            "  // BUG: Diagnostic contains: context `e` of `allowed`",
            "  void allowed(Thread thread, Context e);",
            "}")
        .doTest();
  }

  @Test
  void namesThatOnlyLookConventional() {
    compilation
        .addSourceLines(
            "Alike.java",
            "import dev.baton.context.Context;",
            "interface Alike {",
            "  // BUG: Diagnostic contains: context `ctx1` of `a`",
            "  void a(Context ctx1);",
            "  // BUG: Diagnostic contains: context `contextual` of `b`",
            "  void b(Context contextual);",
            "  // BUG: Diagnostic contains: context `CTX` of `c`",
            "  void c(Context CTX);",
            "  // BUG: Diagnostic contains: context `parentOfAll` of `d`",
            "  void d(Context parentOfAll);",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            "import dev.baton.context.Context;",
            "interface Suppressed {",
            "  void parameter(@SuppressWarnings(\"ContextParameterName\") Context a);",
            "  @SuppressWarnings(\"Baton\")",
            "  void method(Context b);",
            "  @SuppressWarnings(\"ContextParameterName\")",
            "  interface Type { void m(Context c); }",
            "}")
        .doTest();
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            "@javax.annotation.processing.Generated(\"by a test\")",
            "interface Stub { void m(dev.baton.context.Context c); }")
        .doTest();
  }

  @Test
  void contextTypesOfOthers() {
    compilation
        .setArgs("-XepOpt:Baton:ContextTypes=acme.Call", "-XepOpt:Baton:Models=grpc")
        .addSourceLines(
            "acme/Call.java",
            "package acme;",
            "public interface Call {",
            "  void join(Call other);",
            "}",
            "interface User {",
            "  // BUG: Diagnostic contains: context `call` of `use`",
            "  void use(Call call);",
            "  void implicit(io.grpc.Context current);",
            "}")
        .doTest();
  }
}
