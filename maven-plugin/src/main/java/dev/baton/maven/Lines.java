package dev.baton.maven;

import java.util.List;

/** The lines of a text, each with what ends it. Only the last may have no end. */
final class Lines {

  private Lines() {}

  static List<String> of(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
  }

  static String content(String line) {
    return line.substring(0, line.length() - ending(line).length());
  }

  /** What ends a line, empty when nothing does. */
  static String ending(String line) {
    if (line.endsWith("\r\n")) {
      return "\r\n";
    }
    return line.endsWith("\n") ? "\n" : "";
  }
}
