package dev.baton.maven.driver;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A declaration that takes annotations, by its place in the file. What is not there is less than 0.
 *
 * @param start where it starts, with its modifiers and annotations
 * @param suppressed where the value of its {@code SuppressWarnings} starts: at the brace of a list
 * @param suppressedEnd where the last name in it ends; after the brace of an empty list
 */
public record Declaration(int start, int suppressed, int suppressedEnd) {

  private static final String NUMBERS = " ";
  private static final String DECLARATIONS = ";";

  /** One without a {@code SuppressWarnings}. */
  public Declaration(int start) {
    this(start, -1, -1);
  }

  public boolean hasSuppression() {
    return suppressed >= 0;
  }

  static String join(List<Declaration> declarations) {
    return declarations.stream()
        .map(d -> d.start + NUMBERS + d.suppressed + NUMBERS + d.suppressedEnd)
        .collect(Collectors.joining(DECLARATIONS));
  }

  static List<Declaration> split(String joined) {
    return joined.isEmpty()
        ? List.of()
        : Stream.of(joined.split(DECLARATIONS, -1)).map(Declaration::of).toList();
  }

  private static Declaration of(String numbers) {
    List<Integer> all = Stream.of(numbers.split(NUMBERS, -1)).map(Integer::valueOf).toList();
    return new Declaration(all.get(0), all.get(1), all.get(2));
  }
}
