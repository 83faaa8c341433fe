package dev.baton.checker.metamorphic;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.baton.checker.CheckedSources;
import dev.baton.checker.Finding;
import dev.baton.checker.Fixes;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the checks say of a fixture does not change when each of its bodies is wrapped. */
final class WrappedFixturesTest {

  /** Another one wraps the bodies in other pairs. */
  private static final long SEED = Long.getLong("baton.seed", 20_261_101L);

  private static ImmutableList<Fixture> fixtures;
  private static ImmutableList<Body> bodies;
  private static ImmutableList<Finding> unwrapped;

  @BeforeAll
  static void readFixtures() {
    fixtures = Fixture.all();
    bodies =
        fixtures.stream().flatMap(fixture -> fixture.bodies().stream()).collect(toImmutableList());
    unwrapped = findingsIn(Lists.transform(fixtures, Fixture::source));

    assertThat(bodies.size()).isGreaterThan(2 * fixtures.size());
    assertThat(unwrapped).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void inOneStatement(Wrapping wrapping) {
    // The others assign what a lambda cannot, or are those of main.
    assertThat(bodies.stream().filter(wrapping::fits).count()).isAtLeast(bodies.size() * 85L / 100);

    assertSameFindings(body -> ImmutableList.of(wrapping), ImmutableList.of(wrapping));
  }

  @RepeatedTest(2)
  void inTwoStatements(RepetitionInfo repetition) {
    SplittableRandom random = new SplittableRandom(SEED + repetition.getCurrentRepetition());
    System.out.printf("Seed %d, repetition %d.%n", SEED, repetition.getCurrentRepetition());

    assertSameFindings(
        body -> ImmutableList.of(any(body, random), any(body, random)),
        ImmutableList.copyOf(Wrapping.values()));
  }

  private static Wrapping any(Body body, SplittableRandom random) {
    List<Wrapping> fitting =
        Stream.of(Wrapping.values()).filter(wrapping -> wrapping.fits(body)).toList();
    return fitting.get(random.nextInt(fitting.size()));
  }

  /**
   * Compares what is found.
   *
   * @param around what is put around a body where it fits, the innermost first
   * @param all what is put around some body
   */
  private static void assertSameFindings(
      Function<Body, List<Wrapping>> around, List<Wrapping> all) {
    ImmutableList<Finding> wrapped =
        findingsIn(
            fixtures.stream()
                .map(fixture -> fixture.wrapped(body -> wrapped(body, around.apply(body))))
                .collect(toImmutableList()));

    assertThat(inWords(wrapped, all)).containsExactlyElementsIn(inWords(unwrapped, all));
  }

  private static Wrapped wrapped(Body body, List<Wrapping> around) {
    Wrapped wrapped = Wrapped.in(body);
    for (Wrapping wrapping : around) {
      wrapped = wrapping.fits(body) ? wrapping.around(wrapped) : wrapped;
    }
    return wrapped;
  }

  private static ImmutableList<Finding> findingsIn(List<JavaFileObject> sources) {
    CheckedSources checked = CheckedSources.compile(sources);
    assertThat(checked.errors()).isEmpty();
    return checked.findings();
  }

  /** Each finding in one line, in which only names of the body may differ. */
  private static ImmutableList<String> inWords(
      ImmutableList<Finding> findings, List<Wrapping> all) {
    return findings.stream().map(finding -> inWords(finding, all)).collect(toImmutableList());
  }

  private static String inWords(Finding finding, List<Wrapping> all) {
    String message = finding.message().lines().findFirst().orElse("");
    for (Wrapping wrapping : all) {
      message = wrapping.wordsFor(message);
    }
    return String.format(
        "%s:%d %s: %s%s",
        finding.file(),
        finding.line(),
        finding.check(),
        message,
        Fixes.isOffered(finding) ? " (with a fix)" : "");
  }
}
