package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

final class FixArgumentsTest {

  private static final Path WORK = Path.of("/the work");

  @Test
  void withoutFlagsAllChecksAreMeant() throws Exception {
    FixArguments arguments = FixArguments.parse("");

    assertThat(arguments.include("LostCancel")).isTrue();
    assertThat(arguments.forChecker(false, WORK)).isEqualTo("-XepPatchLocation:file:///the%20work");
  }

  @Test
  void flagsReachTheChecker() throws Exception {
    FixArguments arguments = FixArguments.parse(" -Xep:NullContext:OFF\n -XepOpt:a=b ");

    assertThat(arguments.forChecker(false, WORK))
        .startsWith("-Xep:NullContext:OFF -XepOpt:a=b -XepPatchLocation:");
  }

  @Test
  void testsAreCompiledAsTests() throws Exception {
    assertThat(FixArguments.parse("").forChecker(true, WORK))
        .endsWith(" -XepCompilingTestOnlyCode");
  }

  @Test
  void namedChecksAloneAreMeant() throws Exception {
    FixArguments arguments = FixArguments.parse("-XepPatchChecks:LostCancel,NullContext");

    assertThat(arguments.include("NullContext")).isTrue();
    assertThat(arguments.include("StoredContext")).isFalse();
    assertThat(arguments.forChecker(false, WORK))
        .startsWith("-XepPatchChecks:LostCancel,NullContext ");
  }

  @Test
  void inPlaceIsWhatItDoes() throws Exception {
    FixArguments arguments =
        FixArguments.parse("-XepPatchChecks:LostCancel -XepPatchLocation:IN_PLACE");

    assertThat(arguments.forChecker(false, WORK)).doesNotContain("IN_PLACE");
  }

  @Test
  void anotherPlaceIsRefused() {
    var refused =
        assertThrows(
            MojoFailureException.class, () -> FixArguments.parse("-XepPatchLocation:/tmp"));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "baton.args has -XepPatchLocation:/tmp, but this goal changes files in place; for a"
                + " patch, run it with -Dbaton.dryRun");
  }
}
