package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.Optional;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;

final class BuildTallyTest {

  private static final Totals ONE_FILE =
      Totals.of("app", new ModuleResult(TotalsTest.files(1), List.of(), List.of()));

  private final SessionData build = new DefaultSessionData();

  @Test
  void sumComesWithTheLastModule() {
    assertThat(tally("cli", 3).add("a", ONE_FILE)).isEmpty();
    assertThat(tally("cli", 3).add("b", ONE_FILE)).isEmpty();

    var sum = tally("cli", 3).add("c", ONE_FILE);

    assertThat(sum.orElseThrow().lines())
        .containsExactly("Baton: no findings; checked 3 source files in 3 modules");
  }

  @Test
  void secondRoundStartsAnew() {
    assertThat(tally("cli", 1).add("a", ONE_FILE)).isPresent();
    assertThat(tally("cli", 2).add("a", ONE_FILE)).isEmpty();
  }

  @Test
  void anotherRunDoesNotMatter() {
    assertThat(tally("cli", 2).add("a", ONE_FILE)).isEmpty();
    assertThat(tally("bound", 1).add("a", ONE_FILE)).isPresent();

    assertThat(tally("cli", 2).add("b", ONE_FILE)).isPresent();
  }

  private BuildTally tally(String run, int modules) {
    return BuildTally.of(new GoalRun(run, build, modules, Optional.empty()));
  }
}
