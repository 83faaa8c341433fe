package dev.baton.maven;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the ends of a file's lines, whatever a fix writes. */
final class LineEndings {

  private LineEndings() {}

  /** A changed text, in which lines end as they did before, and more of them like those above. */
  static String kept(String before, String after) {
    List<String> old = Lines.of(before);
    List<String> now = Lines.of(after);
    List<@Nullable String> endings = endings(old, now);
    String above =
        old.isEmpty() || Lines.ending(old.get(0)).isEmpty() ? "\n" : Lines.ending(old.get(0));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < now.size(); i++) {
      @Nullable String kept = endings.get(i);
      if (kept != null && !kept.isEmpty()) {
        above = kept;
      }
      String ending = kept == null ? Lines.ending(now.get(i)) : kept;
      boolean open = ending.isEmpty() && i == now.size() - 1;
      text.append(Lines.content(now.get(i))).append(open ? "" : above);
    }
    return text.toString();
  }

  /** A new text for a file, in which lines end as the first of the file does. */
  static String like(String file, String inserted) {
    String ending = Lines.ending(Lines.of(file).stream().findFirst().orElse(""));
    String unix = inserted.replace("\r\n", "\n");
    return ending.isEmpty() ? unix : unix.replace("\n", ending);
  }

  /** How each line ended before, null for those that are new. */
  private static List<@Nullable String> endings(List<String> old, List<String> now) {
    List<@Nullable String> endings = new ArrayList<>();
    int line = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(contents(old), contents(now)).getDeltas()) {
      for (; line < delta.getSource().getPosition(); line++) {
        endings.add(Lines.ending(old.get(line)));
      }
      int end = line + delta.getSource().size();
      for (int i = 0; i < delta.getTarget().size(); i++) {
        endings.add(line + i < end ? Lines.ending(old.get(line + i)) : null);
      }
      line = end;
    }
    for (; line < old.size(); line++) {
      endings.add(Lines.ending(old.get(line)));
    }
    return endings;
  }

  private static List<String> contents(List<String> lines) {
    return lines.stream().map(Lines::content).toList();
  }
}
