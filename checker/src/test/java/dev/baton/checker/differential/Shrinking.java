package dev.baton.checker.differential;

import com.google.common.collect.ImmutableList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Drops statements of a program while what is wrong with it stays wrong. */
final class Shrinking {

  private Shrinking() {}

  static Program of(Program program, Predicate<Program> isWrong) {
    Program smallest = program;
    for (int from = program.lines().size() - 2; from > 0; from--) {
      Integer to = endOfStatement(smallest.lines(), from);
      if (to != null) {
        Program smaller = smallest.without(from, to);
        smallest = isWrong.test(smaller) ? smaller : smallest;
      }
    }
    return smallest == program ? program : of(smallest, isWrong);
  }

  /** The index after the last line of the statement; null where none begins. */
  private static @Nullable Integer endOfStatement(ImmutableList<String> lines, int start) {
    int depth = 0;
    for (int i = start; i < lines.size(); i++) {
      String code = lines.get(i).replaceFirst(" // .*", "");
      for (int at = 0; at < code.length(); at++) {
        depth +=
            "{(".indexOf(code.charAt(at)) >= 0 ? 1 : "})".indexOf(code.charAt(at)) >= 0 ? -1 : 0;
        if (depth < 0) {
          return null;
        }
      }
      if (depth == 0 && (code.endsWith(";") || code.endsWith("}"))) {
        return i + 1;
      }
    }
    return null;
  }
}
