package dev.baton.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Changed sources, and the classes that come of them, in a place of their own: the project is not
 * touched before all is known to compile.
 *
 * <p>It is no part of the project's build directory, which flags may exclude from the checks.
 */
final class Scratch implements AutoCloseable {

  private static final String CLASS = ".class";

  private final Path directory;

  private Scratch(Path directory) {
    this.directory = directory;
  }

  static Scratch create() throws IOException {
    return new Scratch(Files.createTempDirectory("baton-fix"));
  }

  /** Takes these sources, and forgets all that was here. */
  void fill(Map<Path, byte[]> sources) throws IOException {
    WorkDirectory.emptied(directory);
    for (Map.Entry<Path, byte[]> source : sources.entrySet()) {
      Path place = place(source.getKey());
      Files.createDirectories(place.getParent());
      Files.write(place, source.getValue());
    }
  }

  /** Copies the classes in a directory, for compilations to add to them. */
  void copyClasses(String classes) throws IOException {
    Path original = Path.of(classes);
    Path copy = Files.createDirectories(place(original));
    if (!Files.isDirectory(original)) {
      return;
    }
    try (Stream<Path> files = Files.walk(original)) {
      for (Path file : files.filter(f -> f.toString().endsWith(CLASS)).toList()) {
        Path target = copy.resolve(original.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  /** Where a file or directory would be here. */
  Path place(String original) {
    return place(Path.of(original));
  }

  /** The file as it is here, or the original. */
  String file(String original) {
    Path place = place(original);
    return Files.exists(place) ? place.toString() : original;
  }

  /** The same paths, in which javac finds what is here before the original. */
  List<String> paths(List<String> originals) {
    List<String> paths = new ArrayList<>();
    for (String original : originals) {
      Path place = place(original);
      if (Files.isDirectory(place)) {
        paths.add(place.toString());
      }
      paths.add(original);
    }
    return paths;
  }

  /** The original of a file that may be here. */
  String original(String file) {
    return file.startsWith(directory + File.separator)
        ? directory.getRoot().resolve(directory.relativize(Path.of(file))).toString()
        : file;
  }

  @Override
  public void close() throws IOException {
    WorkDirectory.emptied(directory);
    Files.delete(directory);
  }

  private Path place(Path original) {
    Path absolute = original.toAbsolutePath();
    return directory.resolve(absolute.getRoot().relativize(absolute).toString());
  }
}
