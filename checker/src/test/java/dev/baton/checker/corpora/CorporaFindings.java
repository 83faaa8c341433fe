package dev.baton.checker.corpora;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.groupingBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.BugPattern;
import com.google.errorprone.BugPattern.SeverityLevel;
import dev.baton.checker.Finding;
import dev.baton.checker.PackagedChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The checks, from the jar that users get, over libraries that carry the contexts of others: they
 * find what somebody has read, and nothing else. Run by the profile {@code corpora} alone.
 */
final class CorporaFindings {

  /** What is found, in the form in which it is reviewed, with the messages. */
  private static final Path FOUND = Path.of("target", "corpora-findings.txt");

  private static final double FALSE_ALARMS_AMONG_WARNINGS = 0.02;

  @BeforeAll
  static void forgetWhatWasFound() throws IOException {
    Files.deleteIfExists(FOUND);
  }

  static ImmutableList<Library> libraries() {
    return Library.all();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void findsWhatIsReviewed(Library library) throws IOException {
    ImmutableList<Finding> findings =
        PackagedChecker.findingsIn(library.sources(), library.classPath(), library.flags());
    Files.write(
        FOUND,
        findings.stream().map(finding -> inWords(library, finding)).toList(),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);

    assertThat(findings.stream().map(finding -> line(library, finding)).toList())
        .containsExactlyElementsIn(
            Reviewed.all().stream()
                .filter(line -> line.artifact().equals(library.artifact()))
                .map(Reviewed::finding)
                .toList());
  }

  @Test
  void eachFindingHasVerdictAndRule() {
    ImmutableList<Reviewed> all = Reviewed.all();

    for (Reviewed line : all) {
      assertWithMessage("%s", line)
          .that(line.verdict())
          .isAnyOf(Reviewed.TRUE, Reviewed.ACCEPTED, Reviewed.FALSE_ALARM);
      Reviewed.Sentence sentence = Reviewed.sentences().get(line.rule());
      assertWithMessage("the rule of %s", line).that(sentence).isNotNull();
      assertWithMessage("%s", line).that(sentence.check()).isEqualTo(line.check());
    }
    assertThat(all.stream().map(Reviewed::artifact).filter(name -> !names().contains(name)))
        .isEmpty();
  }

  private static ImmutableList<String> names() {
    return Library.lines("corpora.txt").stream()
        .map(line -> line.substring(0, line.indexOf('\t')))
        .collect(toImmutableList());
  }

  /** Two have read each finding; where they differ it is said what holds, and why. */
  @Test
  void theSecondReadingAgreesButForSettledDifferences() {
    Map<String, List<String>> second = cellsByFinding("labels-second.txt");
    Map<String, List<String>> settled = cellsByFinding("differences.txt");

    for (Reviewed line : Reviewed.all()) {
      List<String> label = second.remove(line.finding());
      assertWithMessage("the second reading of %s", line).that(label).isNotNull();
      List<String> difference = settled.remove(line.finding());
      if (difference == null) {
        assertWithMessage("%s", line).that(label.get(0)).isEqualTo(line.verdict());
      } else {
        assertWithMessage("%s", line).that(difference.get(0)).isNotEqualTo(label.get(0));
        assertWithMessage("%s", line).that(difference.get(1)).isEqualTo(label.get(0));
        assertWithMessage("%s", line).that(difference.get(2)).isEqualTo(line.verdict());
        assertWithMessage("the reason of %s", line).that(difference.get(3)).isNotEmpty();
      }
    }
    assertThat(second).isEmpty();
    assertThat(settled).isEmpty();
  }

  /** The cells behind the first three. */
  private static Map<String, List<String>> cellsByFinding(String file) {
    Map<String, List<String>> cells = new HashMap<>();
    for (String line : Library.lines(file)) {
      List<String> all = Splitter.on('\t').splitToList(line);
      cells.put(String.join("\t", all.subList(0, 3)), all.subList(3, all.size()));
    }
    return cells;
  }

  @Test
  void eachRuleIsASentenceOfItsPage() throws IOException {
    for (Reviewed.Sentence sentence : Reviewed.sentences().values()) {
      String page = Files.readString(Path.of("docs", sentence.check() + ".md"));
      assertThat(page.replaceAll("\\s+", " ")).contains(sentence.text());
    }
  }

  @Test
  void noErrorIsAFalseAlarmAndFewWarningsAre() {
    Map<SeverityLevel, List<Reviewed>> all =
        Reviewed.all().stream().collect(groupingBy(line -> severityOf(line.check())));

    assertThat(falseAlarms(all.getOrDefault(SeverityLevel.ERROR, List.of()))).isEmpty();
    List<Reviewed> warnings = all.getOrDefault(SeverityLevel.WARNING, List.of());
    assertThat((double) falseAlarms(warnings).size())
        .isAtMost(FALSE_ALARMS_AMONG_WARNINGS * warnings.size());
  }

  private static ImmutableList<Reviewed> falseAlarms(List<Reviewed> lines) {
    return lines.stream()
        .filter(line -> line.verdict().equals(Reviewed.FALSE_ALARM))
        .collect(toImmutableList());
  }

  private static SeverityLevel severityOf(String check) {
    try {
      return Class.forName("dev.baton.checker.checks." + check)
          .getAnnotation(BugPattern.class)
          .severity();
    } catch (ClassNotFoundException e) {
      throw new AssertionError("no check is called " + check, e);
    }
  }

  @Test
  void theCorporaAreLarge() {
    ImmutableList<String> all = Library.lines("corpora.txt");

    assertThat(all.size()).isAtLeast(130);
    assertThat(all.stream().mapToInt(CorporaFindings::linesOf).sum()).isAtLeast(1_000_000);
  }

  private static int linesOf(String library) {
    return Integer.parseInt(library.split("\t", -1)[3]);
  }

  private static String line(Library library, Finding finding) {
    String file = finding.file().substring(1);
    return library.artifact() + "\t" + file + ":" + finding.line() + "\t" + finding.check();
  }

  private static String inWords(Library library, Finding finding) {
    return line(library, finding) + "\t" + finding.message().lines().findFirst().orElse("");
  }
}
