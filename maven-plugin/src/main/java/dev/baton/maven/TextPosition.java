package dev.baton.maven;

/**
 * A place in a text, as people count.
 *
 * @param line from 1; ends with a line feed, a carriage return or both
 * @param column from 1, in characters
 */
record TextPosition(int line, int column) {

  static TextPosition of(String text, int offset) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < offset && i < text.length(); i++) {
      char c = text.charAt(i);
      boolean half = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !half)) {
        line++;
        lineStart = i + 1;
      }
    }
    return new TextPosition(line, offset - lineStart + 1);
  }
}
