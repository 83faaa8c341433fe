package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

final class UnifiedDiffTest {

  @Test
  void patchNamesTheFileTwiceAndShowsThreeLinesAround() {
    assertThat(UnifiedDiff.of("src/A.java", "1\n2\n3\n4\n5\n6\n", "1\n2\n3\n4\nnew\n6\n"))
        .containsExactly(
            "--- a/src/A.java",
            "+++ b/src/A.java",
            "@@ -2,5 +2,5 @@",
            " 2",
            " 3",
            " 4",
            "-5",
            "+new",
            " 6")
        .inOrder();
  }

  @Test
  void patchOfTheSameTextIsEmpty() {
    assertThat(UnifiedDiff.of("A.java", "a\r\n", "a\r\n")).isEmpty();
  }

  @Test
  void patchKeepsCarriageReturnsAndTellsOfMissingLineEnds() {
    assertThat(UnifiedDiff.of("A.java", "a\r\nb", "a\r\nB"))
        .containsAtLeast(
            " a\r", "-b\n\\ No newline at end of file", "+B\n\\ No newline at end of file")
        .inOrder();
  }

  @Test
  void patchEndsNamesWithSpacesByATab() {
    assertThat(UnifiedDiff.of("the src/A.java", "a\n", "b\n"))
        .containsAtLeast("--- a/the src/A.java\t", "+++ b/the src/A.java\t")
        .inOrder();
  }
}
