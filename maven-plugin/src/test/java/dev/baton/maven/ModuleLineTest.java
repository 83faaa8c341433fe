package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ModuleLineTest {

  private static final ModuleResult FOUND =
      new ModuleResult(
          Set.of("/api/A.java"),
          List.of(
              new Finding(
                  Severity.ERROR, "NullContext", Path.of("/api/A.java"), 1, 1, "null", "a(null);")),
          List.of());

  @Test
  void oneOfSeveralModules() {
    assertThat(line(2, FOUND, /* isUnchanged= */ false))
        .isEqualTo(Optional.of("Baton: api (1 of 2): 1 error; checked 1 source file"));
  }

  @Test
  void anUnchangedModule() {
    assertThat(line(2, FOUND, /* isUnchanged= */ true))
        .isEqualTo(
            Optional.of(
                "Baton: api (1 of 2): 1 error as last time; unchanged, so not analysed again"));
  }

  @Test
  void theOnlyModuleIsNamedOnlyWhereItIsUnchanged() {
    assertThat(line(1, FOUND, /* isUnchanged= */ false)).isEqualTo(Optional.empty());
    assertThat(line(1, FOUND, /* isUnchanged= */ true))
        .isEqualTo(
            Optional.of("Baton: api: 1 error as last time; unchanged, so not analysed again"));
  }

  @Test
  void aModuleWithoutJava() {
    assertThat(line(2, ModuleResult.NOTHING, /* isUnchanged= */ false)).isEqualTo(Optional.empty());
  }

  private static Optional<String> line(int modules, ModuleResult result, boolean isUnchanged) {
    return ModuleLine.of(
        "api", 1, modules, Totals.of("api", result), new CheckedModule(result, isUnchanged));
  }
}
