package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class FixReportTest {

  private static final Path BASE = Path.of("/app");
  private static final Finding ONE = finding(1);
  private static final Finding TWO = finding(2);
  private static final Finding THREE = finding(3);
  private static final Map<Finding, String> NONE = Map.of();

  @Test
  void noFindings() {
    assertThat(report(List.of(), Set.of(), Set.of(), NONE).sum())
        .isEqualTo("Baton: nothing to fix: no findings; checked 7 source files");
  }

  @Test
  void noFixes() {
    assertThat(report(List.of(), Set.of(ONE), Set.of(), NONE).sum())
        .isEqualTo("Baton: nothing to fix; 1 finding has no fix: run the goal check to see it");
  }

  @Test
  void allFixed() {
    FixReport report = report(List.of(ONE, TWO), Set.of(), Set.of(), NONE);

    assertThat(report.sum()).isEqualTo("Baton: fixed 2 of 2 findings in 1 file");
    assertThat(report.done(BASE))
        .containsExactly("A.java:1: [Lost] number 1", "A.java:2: [Lost] number 2")
        .inOrder();
    assertThat(report.left(BASE)).isEmpty();
  }

  @Test
  void dryRunWouldFix() {
    assertThat(new FixReport(outcome(List.of(ONE), Set.of(), Set.of(), NONE), true, 7).sum())
        .isEqualTo("Baton: would fix 1 of 1 finding in 1 file");
  }

  @Test
  void whatTheGoalCheckDoesNotShowIsShown() {
    FixReport report =
        report(
            List.of(),
            Set.of(ONE, TWO, THREE),
            Set.of(TWO),
            Map.of(THREE, "the file is read-only"));

    assertThat(report.sum())
        .isEqualTo(
            "Baton: fixed 0 of 3 findings; 1 in tests has no fix (above); 1 has no fix: run the goal"
                + " check to see it; 1 could not be fixed (above)");
    assertThat(report.left(BASE))
        .containsExactly(
            "A.java:2: [Lost] number 2; it has no fix",
            "A.java:3: [Lost] number 3; not fixed, since the file is read-only")
        .inOrder();
  }

  private static FixReport report(
      List<Finding> fixed,
      Set<Finding> left,
      Set<Finding> leftInTests,
      Map<Finding, String> unused) {
    return new FixReport(
        outcome(fixed, left, leftInTests, unused), /* dryRun= */ false, /* sourceFiles= */ 7);
  }

  private static FixOutcome outcome(
      List<Finding> fixed,
      Set<Finding> left,
      Set<Finding> leftInTests,
      Map<Finding, String> unused) {
    SortedMap<Path, String> texts = new TreeMap<>();
    fixed.forEach(finding -> texts.put(finding.file(), ""));
    SortedSet<Finding> found = new TreeSet<>(fixed);
    found.addAll(left);
    return new FixOutcome(
        texts, found, fixed, new TreeSet<>(left), leftInTests, new TreeMap<>(unused));
  }

  private static Finding finding(int line) {
    return new Finding(
        Severity.WARNING, "Lost", Path.of("/app/A.java"), line, 1, "number " + line, "code");
  }
}
