package dev.baton.checker;

import static com.google.common.base.Throwables.getStackTraceAsString;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import dev.baton.checker.AnyCode.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A check neither throws nor hangs, however broken the code is that it looks at. */
final class DamagedCodeTest {

  /** Another one looks at other damage. */
  private static final long SEED = Long.getLong("baton.damage.seed", 1);

  private static final int VARIANTS = Integer.getInteger("baton.damage.variants", 10_400);

  /** One compilation takes several files at little more than the cost of one. */
  private static final int TOGETHER = 16;

  private static final int SETS_OF_MISSING_CLASSES = 12;

  /** A thousand times what a compilation takes, so that no slow machine is taken for a hang. */
  private static final Duration HANG = Duration.ofMinutes(5);

  private static final Pattern IMPORTED = Pattern.compile("import (?:static )?([\\w.]+);");

  private static JavaFileManager files;
  private static ImmutableList<Source> originals;

  private final Map<String, String> crashes = new LinkedHashMap<>();
  private int looks;
  private int unreadable;
  private int broken;
  private int brokenWithFindings;
  private long typed;

  /** A file, and what has been done to it. */
  private record Source(String file, String text, String damage) {
    static Source of(Path path) {
      JavaFileObject file = AnyCode.source(path);
      try {
        return new Source(path.getFileName().toString(), file.getCharContent(true).toString(), "");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    Source damaged(int number) {
      String damaged = Damage.to(text, new SplittableRandom(SEED + number));
      return new Source(file, damaged, "seed " + SEED + ", variant " + number);
    }

    JavaFileObject toFile() {
      return AnyCode.source(file, text);
    }
  }

  @BeforeAll
  static void readOriginals() {
    files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
    originals =
        Stream.of(Fixtures.folder(), Path.of("../test-fixtures/careless-shop"), SyntaxTest.FOLDER)
            .flatMap(folder -> Fixtures.filesBelow(folder).stream())
            // A module would take the files of others in.
            .filter(file -> !file.startsWith(SyntaxTest.MODULE))
            .map(Source::of)
            .collect(toImmutableList());
  }

  @AfterAll
  static void closeFiles() throws IOException {
    files.close();
  }

  /** That the checks look at all where this test makes them look. */
  @Test
  void undamagedFixturesGiveWhatTheyMark() {
    ImmutableList<Path> fixtures = Fixtures.filesBelow(Fixtures.folder());

    ImmutableList<Outcome> outcomes =
        new AnyCode(files, ImmutableList.of(), Fixtures.MODELS)
            .outcomes(Lists.transform(fixtures, AnyCode::source));

    assertThat(outcomes.stream().flatMap(outcome -> outcome.errors().stream())).isEmpty();
    assertThat(
            Streams.zip(
                    fixtures.stream(),
                    outcomes.stream(),
                    (fixture, outcome) ->
                        outcome.findings().stream()
                            .filter(found -> found.check().equals(Marks.checkOf(fixture)))
                            .map(Finding::place))
                .flatMap(places -> places)
                .collect(toImmutableList()))
        .containsExactlyElementsIn(Marks.in(fixtures));
  }

  @Test
  void damagedFiles() {
    AnyCode code = new AnyCode(files, ImmutableList.of(), Fixtures.MODELS);
    for (int first = 0; first < VARIANTS; first += TOGETHER) {
      lookAt(
          IntStream.range(first, first + TOGETHER)
              .mapToObj(number -> originals.get(number % originals.size()).damaged(number))
              .collect(toImmutableList()),
          code);
    }

    assertNothingThrown();
    assertThat(looks).isAtLeast(VARIANTS);
    assertThat(broken).isGreaterThan(looks / 2);
    assertThat(brokenWithFindings).isGreaterThan(broken / 4);
  }

  @Test
  void missingClasses() {
    ImmutableSet<String> imported =
        originals.stream()
            .flatMap(source -> IMPORTED.matcher(source.text).results())
            .map(name -> name.group(1))
            .collect(ImmutableSet.toImmutableSet());
    ImmutableList<String> names = imported.asList();
    for (String name : names) {
      if (name.startsWith("dev.baton.context.")) {
        lookWithout(ImmutableSet.of(name));
      }
    }
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < SETS_OF_MISSING_CLASSES; i++) {
      lookWithout(
          random
              .ints(names.size() / 4, 0, names.size())
              .mapToObj(names::get)
              .collect(ImmutableSet.toImmutableSet()));
    }

    assertNothingThrown();
    assertThat(broken).isGreaterThan(looks / 4);
    assertThat(brokenWithFindings).isGreaterThan(broken / 8);
  }

  private void lookWithout(ImmutableSet<String> names) {
    lookAt(
        originals.stream()
            .map(source -> new Source(source.file, source.text, "without " + names))
            .collect(toImmutableList()),
        new AnyCode(new HidingFiles(files, names), ImmutableList.of(), Fixtures.MODELS));
  }

  private void lookAt(ImmutableList<Source> sources, AnyCode code) {
    ImmutableList<Outcome> outcomes =
        assertTimeoutPreemptively(
            HANG,
            () -> code.outcomes(Lists.transform(sources, Source::toFile)),
            () -> "one of " + sources);
    for (int i = 0; i < sources.size(); i++) {
      count(sources.get(i), outcomes.get(i));
    }
  }

  private void count(Source source, Outcome outcome) {
    looks++;
    unreadable += outcome.isReadable() ? 0 : 1;
    typed += outcome.typed();
    if (!outcome.errors().isEmpty()) {
      broken++;
      brokenWithFindings += outcome.findings().isEmpty() ? 0 : 1;
    }
    outcome
        .crash()
        .ifPresent(
            crash ->
                crashes.putIfAbsent(placeOf(crash), source + "\n" + getStackTraceAsString(crash)));
  }

  private static String placeOf(Throwable crash) {
    return Stream.of(Throwables.getRootCause(crash).getStackTrace())
        .map(StackTraceElement::toString)
        .filter(frame -> frame.startsWith("dev.baton."))
        .findFirst()
        .orElse(crash.toString());
  }

  private void assertNothingThrown() {
    System.out.println(
        "looks "
            + looks
            + " unreadable "
            + unreadable
            + " broken "
            + broken
            + " with findings "
            + brokenWithFindings
            + " typed "
            + typed);
    assertWithMessage(String.join("\n", crashes.values())).that(crashes.keySet()).isEmpty();
    // Over some damage javac or Error Prone itself fails.
    assertThat(unreadable).isLessThan(looks / 20);
    assertThat(typed).isGreaterThan(40L * looks);
  }
}
