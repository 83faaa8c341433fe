package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceFilesTest {

  @TempDir Path root = Path.of("");

  @Test
  void rootThatIsNotThereHasNone() {
    assertThat(SourceFiles.find(List.of("/no/such/root"), List.of(), List.of())).isEmpty();
  }

  @Test
  void takesJavaFilesOfEveryDepth() throws IOException {
    write("Top.java", "a/b/Deep.java", "a/notes.txt", "a/.#lock.java");

    assertThat(find(List.of(), List.of())).containsExactly("Top.java", "a/b/Deep.java");
  }

  @Test
  void includesAndExcludesDecide() throws IOException {
    write("a/In.java", "a/Out.java", "b/In.java");

    assertThat(find(List.of("a/**"), List.of("**/Out.java"))).containsExactly("a/In.java");
  }

  @Test
  void aFileHasOneNameHoweverItsRootIsWritten() throws IOException {
    write("shared/A.java", "app/B.java");

    assertThat(
            SourceFiles.find(
                List.of(root.resolve("app/../shared").toString()), List.of(), List.of()))
        .containsExactly(root.resolve("shared/A.java").toString());
  }

  private List<String> find(List<String> includes, List<String> excludes) {
    return SourceFiles.find(List.of(root.toString()), includes, excludes).stream()
        .map(f -> root.relativize(Path.of(f)).toString())
        .toList();
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
  }
}
