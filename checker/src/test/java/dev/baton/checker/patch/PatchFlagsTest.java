package dev.baton.checker.patch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.InvalidCommandLineOptionException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class PatchFlagsTest {

  private static final ImmutableSet<String> NAMES = ImmutableSet.of("LostCancel", "NullContext");

  @Test
  void otherFlagsAreLeftOver() {
    PatchFlags flags = among("-Xep:LostCancel:WARN", "-XepPatchLocation:/out", "-XepOpt:a=b");

    assertThat(flags.others()).containsExactly("-Xep:LostCancel:WARN", "-XepOpt:a=b").inOrder();
    assertThat(flags.directory()).hasValue(Path.of("/out"));
    assertThat(among("-XepOpt:a=b").directory()).isEmpty();
  }

  @Test
  void misspeltFlagsAreLeftToErrorProne() {
    assertThat(among("-XepPatchLocation:/out", "-XepPatchChecks=LostCancel").others())
        .containsExactly("-XepPatchChecks=LostCancel");
  }

  @Test
  void aDirectoryWithSpacesIsAUri() {
    assertThat(among("-XepPatchLocation:file:///the%20out/").directory())
        .hasValue(Path.of("/the out"));
  }

  @Test
  void allChecksAreMeantUnlessSomeAreNamed() {
    assertThat(among("-XepPatchLocation:/out").include("LostCancel")).isTrue();

    PatchFlags some = among("-XepPatchLocation:/out", "-XepPatchChecks:NullContext");

    assertThat(some.include("NullContext")).isTrue();
    assertThat(some.include("LostCancel")).isFalse();
  }

  @Test
  void whatChangesFilesIsRefused() {
    String remedy =
        " needs -Xplugin:ErrorProne, or the goal fix of baton-maven-plugin; -Xplugin:Baton changes"
            + " no files";

    assertThat(fault("-XepPatchLocation:IN_PLACE"))
        .isEqualTo("-XepPatchLocation:IN_PLACE" + remedy);
    assertThat(fault("-XepPatchChecks:LostCancel"))
        .isEqualTo("-XepPatchChecks:LostCancel" + remedy);
    assertThat(fault("-XepPatchImportOrder:idea")).isEqualTo("-XepPatchImportOrder:idea" + remedy);
  }

  @Test
  void aCheckThatThereIsNotIsRefused() {
    assertThat(fault("-XepPatchLocation:/out", "-XepPatchChecks:LostCancel,Lost"))
        .isEqualTo("-XepPatchChecks:Lost names no check here; those are LostCancel, NullContext");
  }

  @Test
  void whatIsNoDirectoryIsRefused() {
    assertThat(fault("-XepPatchLocation:file:out"))
        .isEqualTo("-XepPatchLocation:file:out names no directory");
  }

  private static PatchFlags among(String... arguments) {
    return PatchFlags.among(ImmutableList.copyOf(arguments), NAMES);
  }

  private static String fault(String... arguments) {
    return assertThrows(InvalidCommandLineOptionException.class, () -> among(arguments))
        .getMessage();
  }
}
