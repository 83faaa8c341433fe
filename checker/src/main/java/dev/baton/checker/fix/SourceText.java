package dev.baton.checker.fix;

import com.google.common.base.CharMatcher;

/** The text of a source file, asked about its lines. */
record SourceText(String code) {

  private static final CharMatcher LINE_END = CharMatcher.anyOf("\r\n");

  int startOfLine(int position) {
    return code.lastIndexOf('\n', position - 1) + 1;
  }

  /** Where the line ends, without what ends it. */
  int endOfLine(int position) {
    int end = LINE_END.indexIn(code, position);
    return end < 0 ? code.length() : end;
  }

  int startOfNextLine(int position) {
    int end = code.indexOf('\n', position);
    return end < 0 ? code.length() : end + 1;
  }

  /** The white space with which the line begins. */
  String indentationAt(int position) {
    int start = startOfLine(position);
    int end = start;
    while (end < code.length() && (code.charAt(end) == ' ' || code.charAt(end) == '\t')) {
      end++;
    }
    return code.substring(start, end);
  }

  boolean isBlank(int start, int end) {
    return code.substring(start, end).isBlank();
  }

  boolean isFirstOfLine(int position) {
    return isBlank(startOfLine(position), position);
  }

  boolean isLastOfLine(int end) {
    return isBlank(end, endOfLine(end));
  }

  /** The end of the last thing before the position that is no white space. */
  int endOfTextBefore(int position) {
    int end = position;
    while (end > 0 && Character.isWhitespace(code.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  int startOfTextAfter(int position) {
    int start = position;
    while (start < code.length() && Character.isWhitespace(code.charAt(start))) {
      start++;
    }
    return start;
  }

  boolean hasLineEnd(int start, int end) {
    return LINE_END.matchesAnyOf(code.substring(start, end));
  }

  /** What ends the lines of the file. */
  String lineEnd() {
    return code.contains("\r\n") ? "\r\n" : "\n";
  }
}
