package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.maven.driver.CodePlace;
import dev.baton.maven.driver.Declaration;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

final class SuppressionTest {

  @Test
  void whereThereIsNoDeclarationThereIsNoAnnotation() throws Exception {
    assertThat(Suppression.because("old").of(finding(List.of()), "import a.Context;")).isEmpty();
  }

  @Test
  void aDeclarationAtTheStartOfALineGetsALineAbove() throws Exception {
    assertThat(suppressed("class A {\n\t@Deprecated Context ctx;\n}\n", "@Deprecated"))
        .isEqualTo(
            "class A {\n\t@SuppressWarnings(\"Lost\") // old\n\t@Deprecated Context ctx;\n}\n");
    assertThat(suppressed("class A {}", "class"))
        .isEqualTo("@SuppressWarnings(\"Lost\") // old\nclass A {}");
  }

  @Test
  void anotherIsAnnotatedInItsLine() throws Exception {
    assertThat(suppressed("void f(int a, Context ctx) {}", "Context"))
        .isEqualTo("void f(int a, @SuppressWarnings(\"Lost\") /* old */ Context ctx) {}");
    assertThat(suppressed("class A {\n  case 1: Context ctx;\n}", "Context"))
        .isEqualTo("class A {\n  case 1: @SuppressWarnings(\"Lost\") /* old */ Context ctx;\n}");
  }

  @Test
  void namesThatAreSuppressedAlreadyStay() throws Exception {
    assertThat(added("(\"raw\" /* old API */)", "\"raw\""))
        .isEqualTo("({\"raw\", \"Lost\" /* old */} /* old API */)");
    assertThat(added("(RAW)", "RAW")).isEqualTo("({RAW, \"Lost\" /* old */})");
    assertThat(added("(value = {\"raw\", RAW})", "{\"raw\", RAW"))
        .isEqualTo("(value = {\"raw\", RAW, \"Lost\" /* old */})");
    assertThat(added("({\"raw\", // old API\n})", "{\"raw\""))
        .isEqualTo("({\"raw\", \"Lost\" /* old */, // old API\n})");
    assertThat(added("({})", "{")).isEqualTo("({\"Lost\" /* old */})");
  }

  @Test
  void theInnermostDeclarationIsTheFirstChoice() throws Exception {
    String text = "class A {\n  Context ctx;\n}\n";
    Declaration field = new Declaration(text.indexOf("Context"));

    List<ProposedFix> fixes =
        Suppression.because("old").of(finding(List.of(field, new Declaration(0))), text);

    assertThat(fixes.stream().map(fix -> fix.code().start()))
        .containsExactly(field.start(), 0)
        .inOrder();
  }

  @Test
  void aReasonIsNeeded() {
    for (String reason : new String[] {null, "", " \n "}) {
      assertThat(refusal(reason)).startsWith("baton.reason is missing: say with -Dbaton.reason='");
    }
  }

  @Test
  void theReasonFitsIntoAComment() throws Exception {
    for (String reason : List.of("a */ b", "a\nb", "C:\\users", "gr\ufffd\ufffder")) {
      assertThat(refusal(reason)).startsWith("baton.reason is '" + reason + "', but must fit into");
    }
    assertThat(suppressed(Suppression.because(" old // code "), "Context ctx;", "Context"))
        .startsWith("@SuppressWarnings(\"Lost\") // old // code\n");
  }

  private static String refusal(String reason) {
    return assertThrows(MojoFailureException.class, () -> Suppression.because(reason)).getMessage();
  }

  private static String suppressed(String text, String declaration) throws Exception {
    return suppressed(Suppression.because("old"), text, declaration);
  }

  private static String suppressed(Suppression suppression, String text, String declaration) {
    return suppressed(suppression, text, new Declaration(text.indexOf(declaration)));
  }

  /** What becomes of the arguments of an annotation. */
  private static String added(String arguments, String names) throws Exception {
    String text = "@SuppressWarnings" + arguments + " Context ctx;";
    int start = text.indexOf(names);
    Declaration declaration = new Declaration(0, start, start + names.length());
    String suppressed = suppressed(Suppression.because("old"), text, declaration);
    assertThat(suppressed).startsWith("@SuppressWarnings(");
    assertThat(suppressed).endsWith(" Context ctx;");
    return suppressed.replaceFirst("^@SuppressWarnings", "").replaceFirst(" Context ctx;$", "");
  }

  private static String suppressed(Suppression suppression, String text, Declaration declaration) {
    return ProposedFix.apply(suppression.of(finding(List.of(declaration)), text), text);
  }

  private static Finding finding(List<Declaration> around) {
    return new Finding(
        Severity.ERROR,
        "Lost",
        Path.of("/a/A.java"),
        1,
        1,
        "lost",
        "",
        new CodePlace("A", "", "", 0, 0, around));
  }
}
