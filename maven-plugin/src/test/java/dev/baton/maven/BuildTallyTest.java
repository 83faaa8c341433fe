package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.eclipse.aether.DefaultSessionData;
import org.eclipse.aether.SessionData;
import org.junit.jupiter.api.Test;

final class BuildTallyTest {

  private static final Totals ONE_FILE =
      Totals.of("app", new ModuleResult(TotalsTest.files(1), List.of(), List.of()));

  private final SessionData build = new DefaultSessionData();

  @Test
  void sumComesWithTheLastModule() {
    assertThat(BuildTally.of(build).add("a", ONE_FILE, 3)).isEmpty();
    assertThat(BuildTally.of(build).add("b", ONE_FILE, 3)).isEmpty();

    var sum = BuildTally.of(build).add("c", ONE_FILE, 3);

    assertThat(sum.orElseThrow().lines())
        .containsExactly("Baton: no findings; checked 3 source files in 3 modules");
  }

  @Test
  void secondRoundStartsAnew() {
    assertThat(BuildTally.of(build).add("a", ONE_FILE, 1)).isPresent();
    assertThat(BuildTally.of(build).add("a", ONE_FILE, 2)).isEmpty();
  }
}
