package dev.baton.checker.fix;

import com.google.errorprone.fixes.SuggestedFix;
import java.util.Map;
import java.util.TreeMap;

/**
 * Changes of one file that make sense only together.
 *
 * <p>Where replacements of two fixes overlap, Error Prone drops the later one and applies the rest
 * of its fix: a declaration without its calls. So these become a single replacement, which is
 * applied or dropped as a whole. What is dropped is offered again by the next run.
 */
final class Edits {

  private final String source;
  private final TreeMap<Integer, Edit> byStart = new TreeMap<>();

  Edits(String source) {
    this.source = source;
  }

  /** Puts text in the place of a range, and of the edits inside it, which the text contains. */
  void replace(int start, int end, String text) {
    byStart.subMap(start, end).clear();
    byStart.put(start, new Edit(end, text));
  }

  /** The text of a range as the edits inside it make it. */
  String textOf(int start, int end) {
    StringBuilder text = new StringBuilder();
    int at = start;
    for (Map.Entry<Integer, Edit> entry : byStart.subMap(start, end).entrySet()) {
      text.append(source, at, entry.getKey()).append(entry.getValue().text);
      at = entry.getValue().end;
    }
    return text.append(source, at, end).toString();
  }

  /** All edits as one replacement; nothing when there are none. */
  SuggestedFix toFix() {
    if (byStart.isEmpty()) {
      return SuggestedFix.emptyFix();
    }
    int start = byStart.firstKey();
    int end = byStart.lastEntry().getValue().end;
    return SuggestedFix.replace(start, end, textOf(start, end));
  }

  /** What a range, known by its start, is replaced with. */
  private record Edit(int end, String text) {}
}
