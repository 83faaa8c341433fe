package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.RecordedFix;
import dev.baton.maven.driver.TextEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AnalysisTest {

  private static final TextEdit CODE = new TextEdit(5, 9, "ctx");
  private static final TextEdit OTHER_CODE = new TextEdit(15, 19, "ctx");
  private static final TextEdit IMPORT = new TextEdit(0, 0, "import a.B;\n");
  private static final FixArguments ALL = new FixArguments(List.of(), Set.of());

  @Test
  void aFindingHasTheFixThatWasRecordedForIt() {
    Analysis analysis =
        main(
            List.of(finding("Null", 3, "null here"), finding("Lost", 4, "lost here")),
            List.of(fix("Null", "null here", CODE, IMPORT)));

    assertThat(analysis.findings()).hasSize(2);
    assertThat(analysis.fixes())
        .containsExactly(
            new ProposedFix(
                Finding.from(finding("Null", 3, "null here")).orElseThrow(),
                CODE,
                List.of(IMPORT)));
  }

  @Test
  void findingsThatReadTheSameHaveTheirFixesInOrder() {
    Analysis analysis =
        main(
            List.of(finding("Null", 3, "null here"), finding("Null", 7, "null here")),
            List.of(fix("Null", "null here", CODE), fix("Null", "null here", OTHER_CODE)));

    assertThat(analysis.fixes().stream().map(fix -> fix.finding().line() + " " + fix.code()))
        .containsExactly("3 " + CODE, "7 " + OTHER_CODE)
        .inOrder();
  }

  @Test
  void ofFindingsThatReadTheSameSomeHaveNoFix() {
    Analysis analysis =
        main(
            List.of(finding("Null", 3, "null here"), finding("Null", 7, "null here")),
            List.of(fix("Null", "null here"), fix("Null", "null here", OTHER_CODE)));

    assertThat(analysis.fixes().stream().map(fix -> fix.finding().line() + " " + fix.code()))
        .containsExactly("7 " + OTHER_CODE);
  }

  @Test
  void checksThatAreNotMeantFindNothing() {
    Analysis analysis =
        Analysis.of(
            /* ofTests= */ false,
            new FixArguments(List.of(), Set.of("Lost")),
            List.of(finding("Null", 3, "null here"), finding("Lost", 4, "lost here")),
            List.of(fix("Null", "null here", CODE)));

    assertThat(analysis.findings().stream().map(Finding::check)).containsExactly("Lost");
    assertThat(analysis.fixes()).isEmpty();
  }

  @Test
  void errorsOfJavacAreFaults() {
    CompilerMessage error =
        new CompilerMessage("ERROR", "compiler.err.expected", "/a/A.java", 1, 1, "what?", "");
    CompilerMessage lint =
        new CompilerMessage("WARNING", "compiler.warn.raw.class.use", "/a/A.java", 1, 1, "raw", "");

    Analysis analysis = main(List.of(error, lint), List.of());

    assertThat(analysis.faults()).containsExactly(error);
    assertThat(analysis.compiles()).isFalse();
    assertThat(analysis.findings()).isEmpty();
  }

  @Test
  void whatCompilationsShareCountsOnceAndAsMainCode() {
    CompilerMessage shared = finding("Null", 3, "null here");
    CompilerMessage own = finding("Lost", 4, "lost here");
    RecordedFix fix = fix("Null", "null here", CODE);

    Analysis sum =
        Analysis.sum(
            List.of(
                main(List.of(shared), List.of(fix)),
                Analysis.of(/* ofTests= */ true, ALL, List.of(shared, own), List.of(fix))));

    assertThat(sum.findings()).hasSize(2);
    assertThat(sum.inTests().stream().map(Finding::check)).containsExactly("Lost");
    assertThat(sum.fixes()).hasSize(1);
  }

  private static Analysis main(List<CompilerMessage> messages, List<RecordedFix> fixes) {
    return Analysis.of(/* ofTests= */ false, ALL, messages, fixes);
  }

  private static CompilerMessage finding(String check, long line, String message) {
    return new CompilerMessage(
        "WARNING",
        "compiler.warn.error.prone",
        Path.of("/a/A.java").toString(),
        line,
        1,
        "[" + check + "] " + message + "\nDid you mean?",
        "");
  }

  private static RecordedFix fix(String check, String message, TextEdit... edits) {
    return new RecordedFix(Path.of("/a/A.java").toString(), check, message, List.of(edits));
  }
}
