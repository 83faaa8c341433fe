package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LastRunTest {

  private static final List<String> SOURCES = List.of("/app/A.java");

  @TempDir Path work = Path.of("");

  @Test
  void aCompilationWithTheSameKeyHasItsResult() throws IOException {
    writeFinding();
    new LastRun(work).keep("key");

    ModuleResult result = new LastRun(work).result("key", SOURCES).orElseThrow();

    assertThat(result.findings()).hasSize(1);
    assertThat(result.sourceFiles()).containsExactly("/app/A.java");
  }

  @Test
  void thereIsNoneBeforeTheFirst() throws IOException {
    assertThat(new LastRun(work).result("key", SOURCES)).isEqualTo(Optional.empty());
  }

  @Test
  void anotherKeyHasNone() throws IOException {
    writeFinding();
    new LastRun(work).keep("key");

    assertThat(new LastRun(work).result("other", SOURCES)).isEqualTo(Optional.empty());
  }

  @Test
  void whatWasChangedSinceIsNoResult() throws IOException {
    writeFinding();
    new LastRun(work).keep("key");
    Files.writeString(work.resolve("messages.txt"), "");

    assertThat(new LastRun(work).result("key", SOURCES)).isEqualTo(Optional.empty());
  }

  @Test
  void fixesAreAPartOfIt() throws IOException {
    writeFinding();
    new LastRun(work).keep("key");
    Files.writeString(work.resolve("baton-fixes.txt"), "\n");

    assertThat(new LastRun(work).result("key", SOURCES)).isEqualTo(Optional.empty());
  }

  private void writeFinding() throws IOException {
    Files.writeString(
        work.resolve("messages.txt"),
        "WARNING\tcompiler.warn.error.prone\t/app/A.java\t1\t1\t[LostCancel] `a` is not cancelled\t"
            + "class A {}\tA\t\tclass A\t0\t1\t\n");
  }
}
