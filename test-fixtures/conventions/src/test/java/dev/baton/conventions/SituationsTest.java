package dev.baton.conventions;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fixtures show each check both ways, and their marks can be read by a program. */
final class SituationsTest {

  private static final Path FOLDER = Path.of("src", "main", "java", "dev", "baton", "conventions");
  private static final String MARK = "// BUG: Diagnostic contains: ";

  @Test
  void everyCheckHasAtLeastAsManyAcceptedSituationsAsFlaggedOnes() throws IOException {
    List<Path> folders = entries(FOLDER);
    assertThat(folders).isNotEmpty();
    for (Path folder : folders) {
      long flagged = entries(folder).stream().filter(SituationsTest::isFlagged).count();
      long accepted = entries(folder).size() - flagged;
      assertWithMessage(folder.toString()).that(flagged).isAtLeast(1);
      assertWithMessage(folder.toString()).that(accepted).isAtLeast(flagged);
    }
  }

  @Test
  void everyMarkNamesWordsAndStandsBeforeCode() throws IOException {
    for (Path folder : entries(FOLDER)) {
      for (Path file : entries(folder)) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (lines.get(i).contains("BUG:")) {
            String where = file + ":" + (i + 1);
            assertWithMessage(where).that(lines.get(i).strip()).startsWith(MARK);
            assertWithMessage(where).that(lines.get(i).strip()).isNotEqualTo(MARK.strip());
            assertWithMessage(where).that(lines.get(i + 1).strip()).isNotEmpty();
          }
        }
      }
    }
  }

  private static boolean isFlagged(Path file) {
    try {
      return Files.readString(file).contains(MARK);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().collect(Collectors.toList());
    }
  }
}
