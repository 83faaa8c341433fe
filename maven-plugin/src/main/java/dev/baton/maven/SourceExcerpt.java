package dev.baton.maven;

import java.util.List;

/** The lines around a finding. */
final class SourceExcerpt {

  private static final int BEFORE = 2;
  private static final int AFTER = 3;

  private SourceExcerpt() {}

  /** As HTML: each line with its number, the one that is meant marked. */
  static String html(String text, long meant) {
    List<String> lines = text.lines().toList();
    StringBuilder html = new StringBuilder("<pre class=\"source\">");
    int first = (int) Math.max(1, meant - BEFORE);
    int last = (int) Math.min(lines.size(), meant + AFTER);
    for (int line = first; line <= last; line++) {
      html.append(line == meant ? "<span class=\"meant\">" : "<span>")
          .append("<span class=\"number\">")
          .append(String.format("%4d", line))
          .append("</span>  ")
          .append(Html.escape(lines.get(line - 1)))
          .append("\n</span>");
    }
    return html.append("</pre>\n").toString();
  }
}
