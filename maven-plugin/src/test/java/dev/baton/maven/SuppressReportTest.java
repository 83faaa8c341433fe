package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SuppressReportTest {

  private static final Path BASE = Path.of("/app");
  private static final Path GENERATED = Path.of("/app/target/G.java");
  private static final Path WRITTEN = Path.of("/app/A.java");

  private static final Finding ONE = finding(WRITTEN, 1);
  private static final Finding TWO = finding(WRITTEN, 2);
  private static final Finding THREE = finding(GENERATED, 3);

  @Test
  void noFindings() {
    assertThat(report(Set.of(), Set.of(), Map.of()).sum())
        .isEqualTo("Baton: nothing to suppress: no findings; checked 2 source files");
  }

  @Test
  void whatIsGoneIsSuppressed() {
    SuppressReport report = report(Set.of(ONE, TWO), Set.of(), Map.of());

    assertThat(report.sum()).isEqualTo("Baton: suppressed 2 of 2 findings in 1 file");
    assertThat(report.done(BASE))
        .containsExactly("A.java:1: [Lost] number 1", "A.java:2: [Lost] number 2")
        .inOrder();
    assertThat(report.left(BASE)).isEmpty();
  }

  @Test
  void whatIsLeftIsShownWithTheReason() {
    SuppressReport report =
        report(Set.of(ONE, TWO, THREE), Set.of(ONE, TWO, THREE), Map.of(ONE, FixRounds.BREAKS));

    assertThat(report.sum())
        .isEqualTo("Baton: suppressed 0 of 3 findings; 3 could not be suppressed (above)");
    assertThat(report.left(BASE))
        .containsExactly(
            "A.java:1: [Lost] number 1; not suppressed, since the code would not compile",
            "A.java:2: [Lost] number 2; not suppressed, since nothing around it takes an annotation",
            "target/G.java:3: [Lost] number 3; not suppressed, since the file is generated")
        .inOrder();
  }

  @Test
  void dryRunWouldSuppress() {
    FixOutcome outcome = report(Set.of(ONE, TWO), Set.of(TWO), Map.of()).outcome();

    assertThat(new SuppressReport(outcome, /* dryRun= */ true, sources()).sum())
        .isEqualTo(
            "Baton: would suppress 1 of 2 findings in 1 file; 1 could not be suppressed (above)");
  }

  private static SuppressReport report(
      Set<Finding> found, Set<Finding> left, Map<Finding, String> unused) {
    SortedMap<Path, String> texts = new TreeMap<>();
    found.stream().filter(f -> !left.contains(f)).forEach(f -> texts.put(f.file(), ""));
    return new SuppressReport(
        new FixOutcome(
            texts,
            new TreeSet<>(found),
            List.of(),
            new TreeSet<>(left),
            Set.of(),
            new TreeMap<>(unused)),
        /* dryRun= */ false,
        sources());
  }

  private static Sources sources() {
    return new Sources(Map.of(WRITTEN, UTF_8, GENERATED, UTF_8), List.of(Path.of("/app/target")));
  }

  private static Finding finding(Path file, int line) {
    return new Finding(Severity.WARNING, "Lost", file, line, 1, "number " + line, "code");
  }
}
