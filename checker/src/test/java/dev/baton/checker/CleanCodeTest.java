package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.scanner.ScannerSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** All checks together, over code that keeps the rules: nothing is found. */
final class CleanCodeTest {

  /** It is built before the checks, so they come to it here. */
  @Test
  void theRuntime() throws IOException {
    findNothingIn(Path.of("..", "core", "src", "main", "java"), "dev", 30);
  }

  /** What looks dangerous to one check or another, and is not. */
  @Test
  void carefulCode() throws IOException {
    findNothingIn(Path.of("src", "test", "resources"), "careful", 3);
  }

  private static void findNothingIn(Path root, String folder, int leastFiles) throws IOException {
    ImmutableList<Path> sources = Fixtures.filesBelow(root.resolve(folder));
    CompilationTestHelper helper =
        CompilationTestHelper.newInstance(
            ScannerSupplier.fromBugCheckerClasses(AnalyzerSetup.CHECKS), CleanCodeTest.class);
    for (Path source : sources) {
      helper.addSourceLines(root.relativize(source).toString(), Files.readString(source));
    }

    assertThat(sources.size()).isAtLeast(leastFiles);
    helper.doTest();
  }
}
