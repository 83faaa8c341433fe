package dev.baton.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** Files with their fixes, to be written to the project or shown as a patch. */
final class FixedFiles {

  private static final String HALF_WRITTEN = ".baton-part";

  /** A file's part of a patch starts with its old and its new name, each on a line. */
  private static final int NAMES = 2;

  private final Sources sources;
  private final SortedMap<Path, String> texts = new TreeMap<>();

  FixedFiles(SortedMap<Path, String> texts, Sources sources) throws IOException {
    this.sources = sources;
    for (Map.Entry<Path, String> fixed : texts.entrySet()) {
      Path file = fixed.getKey();
      String text = LineEndings.kept(sources.text(file), fixed.getValue());
      this.texts.put(file, text);
    }
  }

  int number() {
    return texts.size();
  }

  /** The nearest directory, from the given one upwards, below which all of them are. */
  Path commonDirectory(Path from) {
    Path common = from;
    for (Path file : texts.keySet()) {
      while (!file.startsWith(common) && common.getParent() != null) {
        common = common.getParent();
      }
    }
    return common;
  }

  /** A patch for a directory, each file in its own encoding. */
  byte[] patch(Path directory) throws IOException {
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    for (Map.Entry<Path, String> fixed : texts.entrySet()) {
      Path file = fixed.getKey();
      String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
      List<String> lines = UnifiedDiff.of(name, sources.text(file), fixed.getValue());
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        patch.write(i < NAMES ? line.getBytes(UTF_8) : sources.encode(file, line));
        patch.write('\n');
      }
    }
    return patch.toByteArray();
  }

  /**
   * Writes all of them, or none when one cannot be written: each is complete before it takes the
   * place of the old one.
   */
  void write() throws IOException, MojoFailureException {
    Map<Path, Path> written = new LinkedHashMap<>();
    try {
      for (Map.Entry<Path, String> fixed : texts.entrySet()) {
        // A link stays one: what is written is the file behind it.
        Path file = fixed.getKey().toRealPath();
        requireUnchanged(fixed.getKey());
        Path half = file.resolveSibling(file.getFileName() + HALF_WRITTEN);
        written.put(half, file);
        Files.write(half, sources.encode(fixed.getKey(), fixed.getValue()));
        copyPermissions(file, half);
      }
      for (Map.Entry<Path, Path> file : written.entrySet()) {
        Files.move(file.getKey(), file.getValue(), StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      for (Path half : written.keySet()) {
        Files.deleteIfExists(half);
      }
    }
  }

  private void requireUnchanged(Path file) throws IOException, MojoFailureException {
    if (!sources.isAsRead(file)) {
      throw new MojoFailureException(
          file + " was changed while Baton ran, so nothing was written; run the goal again");
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    @Nullable PosixFileAttributeView old =
        Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (old != null) {
      Files.setPosixFilePermissions(to, old.readAttributes().permissions());
    }
  }
}
