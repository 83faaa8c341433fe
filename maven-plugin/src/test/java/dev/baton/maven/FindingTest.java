package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.baton.maven.driver.CompilerMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class FindingTest {

  private static final String TEXT =
      """
      [LostCancel] `timed` is not cancelled [at all]; use try-with-resources
          (see https://example.org/LostCancel)
        Did you mean 'try (timed) {'?""";

  @Test
  void diagnosticsOfJavacAreNone() {
    assertThat(Finding.from(message("WARNING", "compiler.warn.has.been.deprecated", "[x] y")))
        .isEmpty();
  }

  @Test
  void crashOfACheckIsNone() {
    assertThat(Finding.from(message("ERROR", "compiler.err.error.prone.crash", "[x] y"))).isEmpty();
  }

  @Test
  void checkAndMessageAreTakenFromTheFirstLine() {
    Finding finding =
        Finding.from(message("ERROR", "compiler.err.error.prone", TEXT)).orElseThrow();

    assertThat(finding)
        .isEqualTo(
            new Finding(
                Severity.ERROR,
                "LostCancel",
                Path.of("/projects/app/src/App.java"),
                12,
                5,
                "`timed` is not cancelled [at all]; use try-with-resources",
                "    run();"));
  }

  @Test
  void isAsGraveAsTheDiagnostic() {
    assertThat(severityOf("ERROR", "compiler.err.error.prone")).isEqualTo(Severity.ERROR);
    assertThat(severityOf("WARNING", "compiler.warn.error.prone")).isEqualTo(Severity.WARNING);
    assertThat(severityOf("MANDATORY_WARNING", "compiler.warn.error.prone"))
        .isEqualTo(Severity.WARNING);
    assertThat(severityOf("NOTE", "compiler.note.error.prone")).isEqualTo(Severity.SUGGESTION);
  }

  @Test
  void isShownRelativeToWhereTheBuildStarted() {
    Finding finding = finding("/projects/app/src/My App.java", 12, "Check");

    assertThat(finding.show(Path.of("/projects")).lines())
        .containsExactly("app/src/My App.java:12: [Check] what is wrong", "    run();")
        .inOrder();
    assertThat(finding.show(Path.of("/projects/tool"))).startsWith("../app/src/My App.java:12: ");
  }

  @Test
  void blankSourceLineIsNotShown() {
    Finding blank =
        new Finding(Severity.WARNING, "Check", Path.of("/a/B.java"), 1, 1, "message", " ");

    assertThat(blank.show(Path.of("/a"))).isEqualTo("B.java:1: [Check] message");
  }

  @Test
  void orderIsThatOfReading() {
    Finding a9 = finding("/a/A.java", 9, "Z");
    Finding a10 = finding("/a/A.java", 10, "A");
    Finding a10Z = finding("/a/A.java", 10, "Z");
    Finding b1 = finding("/a/B.java", 1, "A");

    assertThat(Stream.of(b1, a10Z, a10, a9).sorted().toList())
        .containsExactlyElementsIn(List.of(a9, a10, a10Z, b1))
        .inOrder();
  }

  static Finding finding(String file, long line, String check) {
    return new Finding(
        Severity.ERROR, check, Path.of(file), line, 5, "what is wrong", "    run();");
  }

  private static Severity severityOf(String kind, String code) {
    return Finding.from(message(kind, code, TEXT)).orElseThrow().severity();
  }

  private static CompilerMessage message(String kind, String code, String text) {
    return new CompilerMessage(kind, code, "/projects/app/src/App.java", 12, 5, text, "    run();");
  }
}
