package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds over files in the language of {@link Brackets}. */
final class FixRoundsTest {

  @TempDir Path directory = Path.of("");

  private Path a = Path.of("");
  private Path b = Path.of("");
  private Path generated = Path.of("");

  @BeforeEach
  void nameFiles() throws Exception {
    a = directory.resolve("A.java");
    b = directory.resolve("B.java");
    generated = Files.createDirectory(directory.resolve("target")).resolve("G.java");
  }

  @Test
  void nothingToFixIsLookedAtOnce() throws Exception {
    Files.writeString(a, "one <two>\n");
    Brackets brackets = brackets(UTF_8, a);

    FixOutcome outcome = run(brackets);

    assertThat(outcome.texts()).isEmpty();
    assertThat(outcome.fixed()).isEmpty();
    assertThat(messages(outcome.left())).containsExactly("two");
    assertThat(brackets.runs()).isEqualTo(1);
  }

  @Test
  void fixesThatDoNotMeetAreMadeInOneRound() throws Exception {
    Files.writeString(a, "(one)\n<two>\n(three) (four)\n");
    Files.writeString(b, "(five)\n");
    Brackets brackets = brackets(UTF_8, a, b);

    FixOutcome outcome = run(brackets);

    assertThat(outcome.texts()).containsExactly(a, "one\n<two>\nthree four\n", b, "five\n");
    assertThat(messages(outcome.fixed())).containsExactly("one", "three", "four", "five").inOrder();
    assertThat(messages(outcome.left())).containsExactly("two");
    assertThat(brackets.runs()).isEqualTo(2);
  }

  @Test
  void ofFixesThatMeetTheSecondWaits() throws Exception {
    Files.writeString(a, "(one (two (three))) (four)\n");
    Brackets brackets = brackets(UTF_8, a);

    FixOutcome outcome = run(brackets);

    assertThat(outcome.texts()).containsExactly(a, "one two three four\n");
    assertThat(outcome.fixed()).hasSize(4);
    assertThat(outcome.left()).isEmpty();
    assertThat(brackets.runs()).isEqualTo(4);
  }

  @Test
  void fixedFindingsAreThoseOfTheFileAsItWas() throws Exception {
    Files.writeString(a, "(one\n\n(two)\n\n(three))\n");

    FixOutcome outcome = run(brackets(UTF_8, a));

    assertThat(outcome.fixed().stream().map(Finding::line)).containsExactly(1L, 3L, 5L).inOrder();
  }

  @Test
  void theFixThatBreaksTheCodeIsLeftOut() throws Exception {
    Files.writeString(a, "(one)\n(broken)\n(two)\n");
    Files.writeString(b, "(three) (broken) (four)\n");

    FixOutcome outcome = run(brackets(UTF_8, a, b));

    assertThat(outcome.texts())
        .containsExactly(a, "one\n(broken)\ntwo\n", b, "three (broken) four\n");
    assertThat(messages(outcome.fixed())).containsExactly("one", "two", "three", "four").inOrder();
    assertThat(messages(outcome.left())).containsExactly("broken", "broken");
    assertThat(outcome.unused().values()).containsExactly(FixRounds.BREAKS, FixRounds.BREAKS);
  }

  @Test
  void theFixThatDoesNotHelpIsLeftOut() throws Exception {
    Files.writeString(a, "(again)\n");
    Files.writeString(b, "(one)\n");

    FixOutcome outcome = run(brackets(UTF_8, a, b));

    assertThat(outcome.texts()).containsExactly(b, "one\n");
    assertThat(messages(outcome.left())).containsExactly("again");
    assertThat(outcome.unused().values()).containsExactly(FixRounds.NO_HELP);
  }

  @Test
  void whatBreaksTheCodeInOnePlaceIsTriedInAnother() throws Exception {
    Files.writeString(a, "(late)\n(one\n(late))\n");

    FixOutcome outcome = run(brackets(UTF_8, a));

    assertThat(outcome.texts()).containsExactly(a, "(late)\none\nlate\n");
    assertThat(outcome.unused().values()).containsExactly(FixRounds.BREAKS);
  }

  @Test
  void ofSeveralFixesTheFirstThatIsGoodIsMade() throws Exception {
    Files.writeString(a, "(choice)\n(one)\n");

    FixOutcome outcome = run(brackets(UTF_8, a));

    assertThat(outcome.texts()).containsExactly(a, "choice\none\n");
    assertThat(messages(outcome.fixed())).containsExactly("choice", "one").inOrder();
    assertThat(outcome.left()).isEmpty();
  }

  @Test
  void roundsAreBounded() throws Exception {
    int deep = FixRounds.MOST + 2;
    Files.writeString(a, "(".repeat(deep) + ")".repeat(deep));

    FixOutcome outcome = run(brackets(UTF_8, a));

    assertThat(outcome.fixed()).hasSize(FixRounds.MOST);
    assertThat(outcome.unused().values())
        .containsExactly(FixRounds.MORE_ROUNDS, FixRounds.MORE_ROUNDS);
  }

  // Files that are not changed.

  @Test
  void generatedFilesAreLeftAlone() throws Exception {
    Files.writeString(generated, "(one)\n");

    FixOutcome outcome = run(brackets(UTF_8, generated));

    assertThat(outcome.texts()).isEmpty();
    assertThat(outcome.left()).hasSize(1);
    assertThat(outcome.unused()).isEmpty();
  }

  @Test
  void readOnlyFilesAreLeftAlone() throws Exception {
    Files.writeString(a, "(one)\n");
    assertThat(a.toFile().setWritable(false)).isTrue();

    FixOutcome outcome = run(brackets(UTF_8, a));

    assertThat(outcome.texts()).isEmpty();
    assertThat(outcome.unused().values()).containsExactly(FixRounds.READ_ONLY);
  }

  @Test
  void filesThatCannotHoldTheFixAreLeftAlone() throws Exception {
    Files.writeString(a, "(wide)\n");

    assertThat(run(brackets(ISO_8859_1, a)).unused().values())
        .containsExactly(FixRounds.NOT_ENCODABLE);
    assertThat(run(brackets(UTF_8, a)).texts()).containsExactly(a, "\u4e2d\n");
  }

  private Brackets brackets(Charset charset, Path... files) {
    Map<Path, Charset> charsets = new HashMap<>();
    for (Path file : files) {
      charsets.put(file, charset);
    }
    return new Brackets(new Sources(charsets, List.of(directory.resolve("target"))), files);
  }

  private static FixOutcome run(Brackets brackets) throws Exception {
    return new FixRounds(brackets.analyze(Map.of()), brackets, brackets.sources()).run();
  }

  private static List<String> messages(Iterable<Finding> findings) {
    List<String> messages = new ArrayList<>();
    findings.forEach(finding -> messages.add(finding.message()));
    return messages;
  }
}
