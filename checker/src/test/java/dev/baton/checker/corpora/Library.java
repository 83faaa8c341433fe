package dev.baton.checker.corpora;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A library of others: a line of {@code corpora.txt}.
 *
 * @param flags which contexts it carries, as flags of the checks
 * @param lines of all its source files
 * @param module whose class path it compiles on
 */
record Library(String artifact, String version, String flags, int lines, String module) {

  static final Path CORPORA = Path.of("..", "test-fixtures", "corpora");

  private static final String TYPES = "types:";

  /** All of them; those whose names are in the property {@code corpora.only}, where it is set. */
  static ImmutableList<Library> all() {
    String only = System.getProperty("corpora.only", "");
    List<String> names = Splitter.on(',').omitEmptyStrings().splitToList(only);
    return lines("corpora.txt").stream()
        .map(Library::parse)
        .filter(library -> names.isEmpty() || names.contains(library.artifact))
        .collect(toImmutableList());
  }

  private static Library parse(String line) {
    List<String> cells = Splitter.on('\t').splitToList(line);
    String model = cells.get(2);
    String flags =
        model.startsWith(TYPES)
            ? "-XepOpt:Baton:ContextTypes=" + model.substring(TYPES.length())
            : "-XepOpt:Baton:Models=" + model;
    return new Library(
        cells.get(0), cells.get(1), flags, Integer.parseInt(cells.get(3)), cells.get(4));
  }

  /** The lines of a file of the corpora that are neither empty nor comments. */
  static ImmutableList<String> lines(String file) {
    try {
      return Files.readAllLines(CORPORA.resolve(file)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean carriesImplicitContexts() {
    return flags.contains("Models=");
  }

  Path sources() {
    return target().resolve(Path.of("sources", artifact + "-sources.jar"));
  }

  String classPath() {
    try {
      return Files.readString(target().resolve("class.path")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path target() {
    return CORPORA.resolve(module).resolve("target");
  }

  @Override
  public String toString() {
    return artifact;
  }
}
