package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.scanner.ScannerSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The runtime keeps the rules itself. It is built before the checks, so they come to it here. */
final class CoreIsCleanTest {

  private static final Path CORE = Path.of("..", "core", "src", "main", "java");

  @Test
  void allChecksFindNothingInTheRuntime() throws IOException {
    ImmutableList<Path> sources = Fixtures.filesBelow(CORE.resolve("dev"));
    CompilationTestHelper helper =
        CompilationTestHelper.newInstance(
            ScannerSupplier.fromBugCheckerClasses(AnalyzerSetup.CHECKS), CoreIsCleanTest.class);
    for (Path source : sources) {
      helper.addSourceLines(CORE.relativize(source).toString(), Files.readString(source));
    }

    assertThat(sources.size()).isAtLeast(30);
    helper.doTest();
  }
}
