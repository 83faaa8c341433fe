package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

final class FixArgumentsTest {

  private static final Path WORK = Path.of("/the work");

  @Test
  void withoutFlagsAllChecksAreMeant() throws Exception {
    FixArguments arguments = FixArguments.parse("");

    assertThat(arguments.include("LostCancel")).isTrue();
    assertThat(arguments.forChecker(List.of(), false, WORK))
        .isEqualTo("-XepAllErrorsAsWarnings -XepPatchLocation:file:///the%20work");
  }

  @Test
  void flagsReachTheChecker() throws Exception {
    FixArguments arguments = FixArguments.parse(" -Xep:NullContext:OFF\n -XepOpt:a=b ");

    assertThat(arguments.forChecker(List.of(), false, WORK))
        .startsWith("-Xep:NullContext:OFF -XepOpt:a=b -XepAllErrorsAsWarnings");
  }

  @Test
  void noFindingIsAnErrorThatKeepsJavacFromWritingClasses() throws Exception {
    FixArguments arguments = FixArguments.parse("-Xep:StoredContext:ERROR -Xep:LostCancel");

    assertThat(arguments.forChecker(List.of("-Xep:Baton:ERROR"), false, WORK))
        .startsWith(
            "-Xep:Baton:WARN -Xep:StoredContext:WARN -Xep:LostCancel:WARN -XepAllErrorsAsWarnings");
  }

  @Test
  void testsAreCompiledAsTests() throws Exception {
    assertThat(FixArguments.parse("").forChecker(List.of(), true, WORK))
        .endsWith(" -XepCompilingTestOnlyCode");
  }

  @Test
  void namedChecksAloneAreMeant() throws Exception {
    FixArguments arguments = FixArguments.parse("-XepPatchChecks:LostCancel,NullContext");

    assertThat(arguments.include("NullContext")).isTrue();
    assertThat(arguments.include("StoredContext")).isFalse();
    assertThat(arguments.forChecker(List.of(), false, WORK))
        .startsWith("-XepPatchChecks:LostCancel,NullContext ");
  }

  @Test
  void noNameMeansAllChecks() throws Exception {
    assertThat(FixArguments.parse("-XepPatchChecks:").include("NullContext")).isTrue();
    assertThat(FixArguments.parse("-XepPatchChecks:,LostCancel").include("NullContext")).isFalse();
  }

  @Test
  void dryRunIsNeverTakenForARealOne() throws Exception {
    assertThat(FixArguments.parseDryRun("true")).isTrue();
    assertThat(FixArguments.parseDryRun("false")).isFalse();
    var refused = assertThrows(MojoFailureException.class, () -> FixArguments.parseDryRun("yes"));

    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("baton.dryRun is 'yes', but must be one of true, false");
  }

  @Test
  void inPlaceIsWhatItDoes() throws Exception {
    FixArguments arguments =
        FixArguments.parse("-XepPatchChecks:LostCancel -XepPatchLocation:IN_PLACE");

    assertThat(arguments.forChecker(List.of(), false, WORK)).doesNotContain("IN_PLACE");
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
