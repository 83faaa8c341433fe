package dev.baton.maven;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FixedFilesTest {

  @TempDir Path directory = Path.of("");

  private Path a = Path.of("");
  private Path b = Path.of("");

  @BeforeEach
  void writeFiles() throws IOException {
    a = directory.resolve("A.java");
    b = Files.createDirectory(directory.resolve("b")).resolve("B.java");
    Files.writeString(a, "one\r\n\u00e9\r\n", ISO_8859_1);
    Files.writeString(b, "one\n\u00e9", UTF_8);
  }

  // Written.

  @Test
  void filesKeepEncodingAndLineEnds() throws Exception {
    fixed(a, "one\n\u00e9\ntwo\n", b, "two\n\u00e9").write();

    assertThat(Files.readAllBytes(a)).isEqualTo("one\r\n\u00e9\r\ntwo\r\n".getBytes(ISO_8859_1));
    assertThat(Files.readAllBytes(b)).isEqualTo("two\n\u00e9".getBytes(UTF_8));
  }

  @Test
  void filesKeepTheirPermissions() throws Exception {
    Set<PosixFilePermission> permissions =
        Set.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE);
    Files.setPosixFilePermissions(a, permissions);

    fixed(a, "two\r\n").write();

    assertThat(Files.getPosixFilePermissions(a)).isEqualTo(permissions);
  }

  @Test
  void linksStayLinks() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("L.java"), b);

    fixed(link, "two\n\u00e9").write();

    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(Files.readString(b)).isEqualTo("two\n\u00e9");
  }

  @Test
  void whenAFileHasChangedMeanwhileNoneIsWritten() throws Exception {
    FixedFiles files = fixed(a, "two\n", b, "two\n");
    Files.writeString(b, "edited");

    MojoFailureException failure = assertThrows(MojoFailureException.class, files::write);

    assertThat(failure)
        .hasMessageThat()
        .isEqualTo(b + " was changed while Baton ran, so nothing was written; run the goal again");
    assertThat(Files.readString(a, ISO_8859_1)).isEqualTo("one\r\n\u00e9\r\n");
    assertThat(Files.readString(b)).isEqualTo("edited");
    try (Stream<Path> left = Files.walk(directory)) {
      assertThat(left.filter(Files::isRegularFile)).containsExactly(a, b);
    }
  }

  // Shown.

  @Test
  void aPatchHasEachFileInItsEncoding() throws Exception {
    byte[] patch = fixed(a, "two\n\u00e9\n", b, "two\n\u00e9").patch(directory);

    assertThat(new String(patch, ISO_8859_1))
        .isEqualTo(
            """
            --- a/A.java
            +++ b/A.java
            @@ -1,2 +1,2 @@
            -one\r
            +two\r
             \u00e9\r
            --- a/b/B.java
            +++ b/b/B.java
            @@ -1,2 +1,2 @@
            -one
            +two
             \u00c3\u00a9
            \\ No newline at end of file
            """);
  }

  @Test
  void aPatchIsForTheDirectoryAboveAllFiles() throws Exception {
    assertThat(fixed(b, "two\n").commonDirectory(directory)).isEqualTo(directory);
    assertThat(fixed(a, "two\n", b, "two\n").commonDirectory(directory.resolve("b")))
        .isEqualTo(directory);
  }

  private FixedFiles fixed(Path file, String text) throws IOException {
    return new FixedFiles(new TreeMap<>(Map.of(file, text)), sources(file));
  }

  private FixedFiles fixed(Path file, String text, Path other, String otherText)
      throws IOException {
    return new FixedFiles(
        new TreeMap<>(Map.of(file, text, other, otherText)), sources(file, other));
  }

  private Sources sources(Path... files) {
    Map<Path, Charset> charsets = new TreeMap<>();
    for (Path file : files) {
      charsets.put(file, file.equals(a) ? ISO_8859_1 : UTF_8);
    }
    return new Sources(charsets, List.of());
  }
}
