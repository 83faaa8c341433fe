package dev.baton.maven.driver;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DriverTest {

  private static final ProcessorChoice NO_PROCESSORS =
      new ProcessorChoice("none", List.of(), List.of(), List.of());

  @TempDir Path directory = Path.of("");

  @Test
  void sourcesWithoutFaultSayNothing() throws IOException {
    assertThat(compile("class Fine {}", List.of(), NO_PROCESSORS)).isEmpty();
  }

  @Test
  void errorIsGivenWithItsPlaceAndSourceLine() throws IOException {
    List<CompilerMessage> messages =
        compile("class Broken {\n  int size = \"7\";\n}\n", List.of(), NO_PROCESSORS);

    CompilerMessage message = messages.get(0);
    assertThat(messages).hasSize(1);
    assertThat(message.kind()).isEqualTo("ERROR");
    assertThat(message.code()).isEqualTo("compiler.err.prob.found.req");
    assertThat(message.path()).isEqualTo(source().toString());
    assertThat(message.line()).isEqualTo(2);
    assertThat(message.column()).isEqualTo(14);
    assertThat(message.excerpt()).isEqualTo("  int size = \"7\";");
  }

  @Test
  void placeIsTheSameWhereverTheCodeStands() throws IOException {
    String code =
        """
        package com.acme;
        class Orders {
          class Item {
            @Deprecated int size(int a) {
              if (a > 1) {
                return twice(a, "7");
              }
              return 0;
            }
            int twice(int a, int b) { return a + b; }
          }
        }
        """;
    String moved =
        code.replace("class Orders {", "/** Moved. */\nclass Orders {\n  int more;\n")
            .replace("(a, \"7\")", "(\n\ta, \"7\")");

    CodePlace place = compile(code, List.of(), NO_PROCESSORS).get(0).place();
    CodePlace again = compile(moved, List.of(), NO_PROCESSORS).get(0).place();

    assertThat(place.type()).isEqualTo("com.acme.Orders.Item");
    assertThat(place.member()).isEqualTo("size");
    assertThat(place.code()).isEqualTo("return twice(a, \"7\");");
    assertThat(again.code()).isEqualTo("return twice( a, \"7\");");
    assertThat(again.type() + again.member()).isEqualTo(place.type() + place.member());
    assertThat(moved.substring(again.start(), again.end())).isEqualTo("\"7\"");
  }

  @Test
  void placeEndsWhereABodyBegins() throws IOException {
    assertThat(codeOf("class A {\n  @Deprecated\n  static None find(int a)\n { return 1; }\n}"))
        .isEqualTo("None find(int a)");
    assertThat(codeOf("class A {\n  void f() { while (none()) { int i; } }\n}"))
        .isEqualTo("while (none())");
    assertThat(codeOf("class A {\n  int a;\n  final static None NONE = null;\n}"))
        .isEqualTo("None NONE = null;");
    assertThat(codeOf("class A {\n  void f() { run(none(), () -> { int i; }); }\n}"))
        .isEqualTo("run(none(), () ->");
    assertThat(codeOf("class A extends None { int a; }")).isEqualTo("None");
  }

  @Test
  void bodiesBeforeAPlaceAreNoPartOfIt() throws IOException {
    assertThat(codeOf("class A {\n  void f() { do { int i; } while (none()); }\n}"))
        .isEqualTo("do while (none());");
    assertThat(codeOf("class A {\n  void f() { run(() -> { int i; }, none(), a -> { }); }\n}"))
        .isEqualTo("run(() -> , none(), a ->");
    assertThat(codeOf("class A {\n  A a = new A() { int i; int j; }.none(1);\n}"))
        .isEqualTo("A a = new A() .none(1);");
    assertThat(
            codeOf(
                "class A {\n  int f(int n) { return switch (n) { case 1: int i = 2; yield i;"
                    + " default: yield 1; } + none(); }\n}"))
        .isEqualTo("return switch (n) { } + none();");
  }

  @Test
  void theCallThatJavacPutsIntoAConstructorHasAPlace() throws IOException {
    assertThat(codeOf("class A {\n  A(int i) {}\n}\nclass B extends A {\n  B() { run(); }\n}"))
        .isEqualTo("{");
  }

  private String codeOf(String source) throws IOException {
    return compile(source, List.of(), NO_PROCESSORS).get(0).place().code();
  }

  @Test
  void declarationsAroundAPlaceAreThoseThatTakeAnnotations() throws IOException {
    assertThat(around("class A {\n  /** Doc. */\n  @Deprecated None a = null;\n}"))
        .containsExactly("@Deprecated None a = null;", "class A {")
        .inOrder();
    assertThat(around("class A {\n  void f(int a,\n      None b) {}\n}"))
        .containsExactly("None b) {}", "void f(int a,", "class A {")
        .inOrder();
    assertThat(around("class A {\n  A() {\n    int a = 1, b = none();\n  }\n}"))
        .containsExactly("int a = 1, b = none();", "A() {", "class A {")
        .inOrder();
    assertThat(around("class A {\n  void f() {\n    for (var a = none(); ;) {}\n  }\n}"))
        .containsExactly("var a = none(); ;) {}", "void f() {", "class A {")
        .inOrder();
    assertThat(around("class A {\n  static {\n    none();\n  }\n}")).containsExactly("class A {");
    assertThat(around("enum A {\n  B,\n  C(none());\n  A(int... i) {}\n}"))
        .containsExactly("C(none());", "enum A {")
        .inOrder();
    assertThat(around("record A(int a,\n    None b) {}"))
        .containsExactly("None b) {}", "record A(int a,")
        .inOrder();
    assertThat(around("class A {\n  Object o =\n      new Object() { { none(); } };\n}"))
        .containsExactly("Object o =", "class A {")
        .inOrder();
  }

  @Test
  void parametersOfLambdasTakeAnnotationsWhereTheyHaveAType() throws IOException {
    assertThat(aroundParameter("a")).containsExactly("java.util.function.UnaryOperator<A> f =");
    assertThat(aroundParameter("(a)")).containsExactly("java.util.function.UnaryOperator<A> f =");
    assertThat(aroundParameter("(A a)"))
        .containsExactly("A a) -> a;", "java.util.function.UnaryOperator<A> f =")
        .inOrder();
    assertThat(aroundParameter("(var a)"))
        .containsExactly("var a) -> a;", "java.util.function.UnaryOperator<A> f =")
        .inOrder();
  }

  @Test
  void whatIsSuppressedAlreadyIsFound() throws IOException {
    assertThat(suppressed("@Deprecated @SuppressWarnings(\"a\") class A extends None {}"))
        .isEqualTo("\"a\"");
    assertThat(suppressed("@SuppressWarnings(value = \"a\" + A.B) class A extends None {}"))
        .isEqualTo("\"a\" + A.B");
    assertThat(suppressed("@java.lang.SuppressWarnings({\"a\", A.B, }) class A extends None {}"))
        .isEqualTo("{\"a\", A.B");
    assertThat(suppressed("@SuppressWarnings({ }) class A extends None {}")).isEqualTo("{");
    assertThat(declarations("@Deprecated class A extends None {}").get(0).hasSuppression())
        .isFalse();
  }

  private String suppressed(String source) throws IOException {
    Declaration declaration = declarations(source).get(0);
    return source.substring(declaration.suppressed(), declaration.suppressedEnd());
  }

  /** What is around a parameter of a lambda, in a method with one of the same name. */
  private List<String> aroundParameter(String parameter) throws IOException {
    List<String> around =
        around(
            "class A {\n  void f(A a) {\n    java.util.function.UnaryOperator<A> f =\n        "
                + parameter
                + " -> a;\n  }\n}");
    assertThat(around).containsAtLeast("void f(A a) {", "class A {").inOrder();
    return around.subList(0, around.size() - 2);
  }

  private List<String> around(String source) throws IOException {
    return declarations(source).stream()
        .map(declaration -> source.substring(declaration.start()).lines().findFirst().orElseThrow())
        .toList();
  }

  private List<Declaration> declarations(String source) throws IOException {
    return compile(source, List.of(), NO_PROCESSORS).get(0).place().around();
  }

  @Test
  void stoppedAfterAnalysisItWritesNoClasses() throws IOException {
    compile("class Fine {}", List.of("--should-stop=ifNoError=FLOW"), NO_PROCESSORS);

    assertThat(Files.exists(directory.resolve("Fine.class"))).isFalse();
  }

  @Test
  void optionThatJavacDoesNotKnowIsAFault() throws IOException {
    List<CompilerMessage> messages = compile("class Fine {}", List.of("-Xnonsense"), NO_PROCESSORS);

    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).code()).isEqualTo(CompilerMessage.FAULT);
    assertThat(messages.get(0).text()).startsWith("javac refuses its options: ");
    assertThat(messages.get(0).text()).contains("-Xnonsense");
  }

  @Test
  void processorThatIsNotThereIsAFault() throws IOException {
    var choice = new ProcessorChoice("", List.of("com.acme.Nowhere"), List.of(), List.of());

    List<CompilerMessage> messages = compile("class Fine {}", List.of(), choice);

    assertThat(messages.get(0).text())
        .isEqualTo(
            "an annotation processor of this project cannot be loaded:"
                + " java.lang.ClassNotFoundException: com.acme.Nowhere");
  }

  @Test
  void endsWithMaven() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath(),
                Driver.class.getName())
            .redirectErrorStream(true)
            .start();

    process.getOutputStream().close();

    assertThat(process.waitFor()).isEqualTo(0);
  }

  private List<CompilerMessage> compile(
      String code, List<String> options, ProcessorChoice processing) throws IOException {
    Files.writeString(source(), code);
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", directory.toString()));
    CompileTask task = new CompileTask(directory);
    new CompileRequest(all, List.of(source().toString()), processing).write(task.request());
    Driver.run(task);
    return CompilerMessage.readAll(task.messages());
  }

  private Path source() {
    return directory.resolve("Source File.java");
  }
}
