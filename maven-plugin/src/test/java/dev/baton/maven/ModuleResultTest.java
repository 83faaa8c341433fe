package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import dev.baton.maven.driver.CompilerMessage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModuleResultTest {

  private static final Set<String> ONE_FILE = Set.of("/a/A.java");
  private static final CompilerMessage FINDING =
      new CompilerMessage(
          "WARNING", "compiler.warn.error.prone", "/a/A.java", 3, 1, "[Check] message", "code");
  private static final CompilerMessage ERROR =
      new CompilerMessage("ERROR", "compiler.err.cant.resolve", "/a/A.java", 4, 1, "what?", "code");
  private static final CompilerMessage LINT =
      new CompilerMessage("WARNING", "compiler.warn.raw.class.use", "/a/A.java", 5, 1, "raw", "");

  @Test
  void warningsOfJavacAreNotOurBusiness() {
    ModuleResult result = ModuleResult.of(ONE_FILE, List.of(LINT));

    assertThat(result).isEqualTo(new ModuleResult(ONE_FILE, List.of(), List.of()));
  }

  @Test
  void errorsOfJavacAreFaults() {
    ModuleResult result = ModuleResult.of(ONE_FILE, List.of(LINT, ERROR, FINDING));

    assertThat(result.faults()).containsExactly(ERROR);
    assertThat(result.findings()).hasSize(1);
  }

  @Test
  void whatTwoCompilationsShareCountsOnce() {
    ModuleResult once = ModuleResult.of(ONE_FILE, List.of(FINDING));
    ModuleResult both = once.and(ModuleResult.of(ONE_FILE, List.of(FINDING)));

    assertThat(both).isEqualTo(once);
  }
}
