package dev.baton.maven.driver;

/**
 * Text that takes the place of other text in a file.
 *
 * @param start where the old text starts, in characters
 * @param end where it ends, exclusive
 */
public record TextEdit(int start, int end, String text) {

  /** Whether both change the same text, or meet at a point where both would insert. */
  public boolean meets(TextEdit other) {
    return start <= other.end && other.start <= end;
  }
}
