package dev.baton.checker;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The marks {@code // BUG: Diagnostic contains:} in source files: what must be found, and where.
 */
final class Marks {

  private static final String MARK = "// BUG: Diagnostic contains:";

  private static final ImmutableMap<String, String> CHECK_OF_FOLDER =
      AnalyzerSetup.CHECKS.stream()
          .map(Class::getSimpleName)
          .collect(toImmutableMap(check -> check.toLowerCase(Locale.ROOT), check -> check));

  /** A mark: what the message of the finding at that line contains. */
  record Mark(String file, long line, String text) {}

  private Marks() {}

  /** The marks of a file, in order. */
  static ImmutableList<Mark> marksIn(Path file) {
    ImmutableList.Builder<Mark> marks = ImmutableList.builder();
    List<String> lines = lines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith(MARK)) {
        marks.add(
            new Mark(
                file.getFileName().toString(),
                markedLine(lines, i),
                line.substring(MARK.length()).strip()));
      }
    }
    return marks.build();
  }

  /**
   * Each marked place as {@code File.java:line Check}; the check is the one of the file's folder.
   */
  static ImmutableList<String> in(ImmutableList<Path> files) {
    ImmutableList.Builder<String> places = ImmutableList.builder();
    for (Path file : files) {
      for (Mark mark : marksIn(file)) {
        places.add(mark.file + ":" + mark.line + " " + checkOf(file));
      }
    }
    return places.build();
  }

  /** The number of the first line after the mark that is not a comment. */
  private static int markedLine(List<String> lines, int mark) {
    int line = mark;
    while (lines.get(line).strip().startsWith("//")) {
      line++;
    }
    return line + 1;
  }

  /** The check that the file is a fixture of. */
  static String checkOf(Path file) {
    for (Path part : file.getParent()) {
      String check = CHECK_OF_FOLDER.get(part.toString());
      if (check != null) {
        return check;
      }
    }
    throw new AssertionError(file + " lies in the folder of no check");
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
