package dev.baton.maven;

import java.util.List;

/**
 * What the page of a check says, in Markdown.
 *
 * @param summary the check in one sentence
 * @param severity how its findings count unless flags say otherwise
 * @param why why what it flags hurts
 * @param suppress how to suppress or configure it
 * @param markdown the whole page
 */
record CheckPage(
    String name, String summary, Severity severity, String why, String suppress, String markdown) {

  private static final String SECTION = "\n## ";
  private static final String SUPPRESS = SECTION + "Suppress or configure\n";

  /** Title, summary and severity come before the reason. */
  private static final int REASON = 3;

  static CheckPage parse(String name, String markdown) {
    String text = markdown.replace("\r\n", "\n");
    int firstSection = text.indexOf(SECTION);
    String head = firstSection < 0 ? text : text.substring(0, firstSection);
    List<String> paragraphs = List.of(head.strip().split("\n\n+", REASON + 1));
    if (paragraphs.size() <= REASON) {
      throw new IllegalArgumentException("the page of " + name + " lacks a part of its head");
    }
    String severity = paragraphs.get(2).split(",", 2)[0];
    int suppress = text.indexOf(SUPPRESS);
    return new CheckPage(
        name,
        paragraphs.get(1),
        Severity.valueOf(severity),
        paragraphs.get(REASON),
        suppress < 0 ? "" : text.substring(suppress + SUPPRESS.length()).strip(),
        text);
  }
}
