package dev.baton.maven;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** The change of a file as {@code git apply} and {@code patch -p1} take it. */
final class UnifiedDiff {

  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\n\\ No newline at end of file";

  private UnifiedDiff() {}

  /**
   * The lines of the patch, the first two of which name the file; none when nothing differs.
   *
   * @param name the path of the file, with slashes
   */
  static List<String> of(String name, String before, String after) {
    List<String> old = patchLines(before);
    List<String> now = patchLines(after);
    // A tab ends a name that has spaces.
    String end = name.contains(" ") ? "\t" : "";
    return UnifiedDiffUtils.generateUnifiedDiff(
        "a/" + name + end, "b/" + name + end, old, DiffUtils.diff(old, now), CONTEXT);
  }

  /** Without the line feed, which the patch has itself, but with a carriage return before it. */
  private static List<String> patchLines(String text) {
    return Lines.of(text).stream()
        .map(line -> line.endsWith("\n") ? line.substring(0, line.length() - 1) : line + NO_NEWLINE)
        .toList();
  }
}
