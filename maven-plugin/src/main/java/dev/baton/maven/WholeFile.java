package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file of ours, which nobody ever sees half written. */
final class WholeFile {

  private static final String HALF_WRITTEN = ".baton-part";

  private WholeFile() {}

  /** Writes a text in UTF-8, and the directories that lead to it. */
  static void write(Path file, String text) throws IOException {
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path half = absolute.resolveSibling(absolute.getFileName() + HALF_WRITTEN);
    Files.writeString(half, text);
    Files.move(half, absolute, StandardCopyOption.REPLACE_EXISTING);
  }
}
