package dev.baton.checker.checks;

import static com.google.common.truth.Truth.assertThat;

import com.google.errorprone.CompilationTestHelper;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.baton.checker.Fixtures;
import org.junit.jupiter.api.Test;

final class MissingContextTest {

  private static final String REQUIRES = "import dev.baton.context.annotation.RequiresContext;";

  private final CompilationTestHelper compilation =
      CompilationTestHelper.newInstance(MissingContext.class, getClass());

  @Test
  void fixtures() {
    Fixtures.verify(MissingContext.class);
  }

  @Test
  void codeWithoutTheAnnotation() {
    compilation
        .addSourceLines(
            "Plain.java",
            "import dev.baton.context.Context;",
            "public class Plain {",
            "  public void m(Context ctx) {}",
            "  public int twice(int n) { return 2 * n; }",
            "}")
        .doTest();
  }

  @Test
  void whereNoContextIsKnown() {
    compilation
        .addSourceLines(
            "Service.java",
            REQUIRES,
            "@RequiresContext",
            "interface Service {",
            "  // BUG: Diagnostic contains: `find` takes no context",
            "  String find(String id);",
            "}")
        .doTest();
  }

  @Test
  void thePluginLooksThereToo() {
    Compilation compilation =
        Compiler.javac()
            .withOptions(
                "-Xplugin:Baton",
                "-XDcompilePolicy=simple",
                "--should-stop=ifError=FLOW",
                "-proc:none")
            .compile(
                JavaFileObjects.forSourceLines(
                    "Service", REQUIRES, "@RequiresContext interface Service { void run(); }"));

    assertThat(compilation.diagnostics()).hasSize(1);
    assertThat(compilation.diagnostics().get(0).getMessage(null))
        .isEqualTo(
            "[MissingContext] `run` takes no context, which `@RequiresContext` on `Service` demands;"
                + " make a context `ctx` its first parameter");
  }

  @Test
  void packagesWithAllTheirTypes() {
    compilation
        .addSourceLines(
            "acme/biz/package-info.java", "@RequiresContext", "package acme.biz;", REQUIRES)
        .addSourceLines(
            "acme/biz/Orders.java",
            "package acme.biz;",
            "public class Orders {",
            "  // BUG: Diagnostic contains: on package `acme.biz` demands",
            "  public int count(String id) { return 1; }",
            "  public interface Nested {",
            "    // BUG: Diagnostic contains: `find` takes no context",
            "    String find(String id);",
            "    class Impl implements Nested {",
            "      @Override public String find(String id) { return id; }",
            "    }",
            "  }",
            "}")
        .addSourceLines(
            "acme/biz/deep/Other.java",
            "package acme.biz.deep;",
            "public class Other { public int count(String id) { return 1; } }")
        .doTest();
  }

  @Test
  void rootsThatAreNotChecked() {
    compilation
        .addSourceLines(
            "Layer.java",
            REQUIRES,
            "interface Finder { String find(String id); }",
            "@RequiresContext",
            "class Layer implements Finder, java.util.function.Supplier<String> {",
            "  // BUG: Diagnostic contains: `find` takes no context",
            "  @Override public String find(String id) { return id; }",
            "  @Override public String get() { return find(\"\"); }",
            "}")
        .doTest();
  }

  @Test
  void methodsThatOnlyReturnAField() {
    compilation
        .addSourceLines(
            "Fields.java",
            REQUIRES,
            "@RequiresContext",
            "public class Fields {",
            "  static final String NAME = \"name\";",
            "  private boolean closed;",
            "  public boolean isClosed() { return this.closed; }",
            "  public String name() { return (NAME); }",
            "  public long most() { return Long.MAX_VALUE; }",
            "}")
        .doTest();
  }

  @Test
  void methodsThatLookExempt() {
    compilation
        .addSourceLines(
            "Alike.java",
            REQUIRES,
            "import java.util.Optional;",
            "@RequiresContext",
            "public class Alike {",
            "  private int field;",
            "  // BUG: Diagnostic contains: `close` takes no context",
            "  public void close(String id) {}",
            "  // BUG: Diagnostic contains: `find` takes no context",
            "  public static Optional<Alike> find() { return Optional.empty(); }",
            "  // BUG: Diagnostic contains: `self` takes no context",
            "  public Alike self() { return this; }",
            "  // BUG: Diagnostic contains: `equals` takes no context",
            "  public boolean equals(String other) { return false; }",
            "  // BUG: Diagnostic contains: `main` takes no context",
            "  public static void main(String name) {}",
            "  // BUG: Diagnostic contains: `next` takes no context",
            "  public int next() { return field++; }",
            "  // BUG: Diagnostic contains: `of` takes no context",
            "  public int of(int n) { return field; }",
            "}")
        .doTest();
  }

  @Test
  void testsAreCalledByTheirFramework() {
    compilation
        .addSourceLines(
            "AlikeTest.java",
            REQUIRES,
            "@RequiresContext",
            "public class AlikeTest {",
            "  @org.junit.jupiter.api.Test public void test() {}",
            "  // BUG: Diagnostic contains: `helper` takes no context",
            "  public void helper() {}",
            "}")
        .doTest();
  }

  @Test
  void ownAnnotationOfThatName() {
    compilation
        .addSourceLines(
            "Own.java",
            "@interface RequiresContext {}",
            "@RequiresContext",
            "class Own {",
            "  // BUG: Diagnostic contains: `m` takes no context",
            "  public void m() {}",
            "}")
        .doTest();
  }

  @Test
  void suppressedInEachPlace() {
    compilation
        .addSourceLines(
            "Suppressed.java",
            REQUIRES,
            "@RequiresContext",
            "class Suppressed {",
            "  @SuppressWarnings(\"MissingContext\") public void method() {}",
            "  @RequiresContext @SuppressWarnings(\"Baton\")",
            "  interface Type { void m(); }",
            "}")
        .doTest();
  }

  @Test
  void generatedCode() {
    compilation
        .addSourceLines(
            "Stub.java",
            REQUIRES,
            "@javax.annotation.processing.Generated(\"by a test\")",
            "@RequiresContext",
            "interface Stub { void m(); }")
        .doTest();
  }

  @Test
  void contextTypesOfOthers() {
    compilation
        .setArgs("-XepOpt:Baton:ContextTypes=acme.Call")
        .addSourceLines("acme/Call.java", "package acme;", "public interface Call {}")
        .addSourceLines(
            "acme/Layer.java",
            "package acme;",
            REQUIRES,
            "@RequiresContext",
            "interface Layer {",
            "  void m(Call call);",
            "  // BUG: Diagnostic contains: `n` takes no context",
            "  void n(Object call);",
            "}")
        .doTest();
  }
}
