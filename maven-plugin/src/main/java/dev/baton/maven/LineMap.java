package dev.baton.maven;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.List;

/**
 * Where the lines of a changed text were before. A line that only moves to the right stays the same
 * line.
 */
final class LineMap {

  private final Patch<String> difference;

  LineMap(String before, String after) {
    difference = DiffUtils.diff(stripped(before), stripped(after));
  }

  /** Where a line was, from 1; for a new one, the line above it. */
  int before(int line) {
    int shift = 0;
    for (AbstractDelta<String> delta : difference.getDeltas()) {
      int start = delta.getTarget().getPosition();
      int size = delta.getTarget().size();
      int oldSize = delta.getSource().size();
      if (line <= start) {
        break;
      }
      if (line <= start + size) {
        return Math.max(1, delta.getSource().getPosition() + Math.min(line - start, oldSize));
      }
      shift += size - oldSize;
    }
    return line - shift;
  }

  private static List<String> stripped(String text) {
    return Lines.of(text).stream().map(String::strip).toList();
  }
}
