package dev.baton.checker.differential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A program: the source of a static method that takes a context.
 *
 * @param lines of which the first is the head of the method
 */
record Program(ImmutableList<String> lines) {

  private static final Pattern CREATION =
      Pattern.compile("withCancel\\(|::withCancel|withTimeout\\(|open\\(ctx|subscribe\\(");

  private static final Pattern NAME = Pattern.compile("static (\\w+) (\\w+)\\(");

  static Program of(String text) {
    return new Program(text.lines().collect(ImmutableList.toImmutableList()));
  }

  String name() {
    return head(2);
  }

  /** Whether it gives what it returns to its caller to cancel. */
  boolean handsOver() {
    return !head(1).equals("Context");
  }

  private String head(int group) {
    return NAME.matcher(lines.get(0))
        .results()
        .map(result -> result.group(group))
        .findFirst()
        .orElseThrow();
  }

  /** The numbers of the lines that create a context; the first line of all has the number 1. */
  ImmutableSet<Integer> creations() {
    ImmutableSet.Builder<Integer> numbers = ImmutableSet.builder();
    for (int i = 0; i < lines.size(); i++) {
      if (CREATION.matcher(lines.get(i)).find()) {
        numbers.add(i + 1);
      }
    }
    return numbers.build();
  }

  /** What may be thrown on each line. */
  ImmutableListMultimap<Integer, String> thrown() {
    ImmutableListMultimap.Builder<Integer, String> thrown = ImmutableListMultimap.builder();
    for (int i = 0; i < lines.size(); i++) {
      thrown.putAll(i + 1, Text.thrownOn(lines.get(i)));
    }
    return thrown.build();
  }

  /** Without some lines. */
  Program without(int from, int to) {
    return new Program(
        ImmutableList.<String>builder()
            .addAll(lines.subList(0, from))
            .addAll(lines.subList(to, lines.size()))
            .build());
  }

  /** The text, with those lines marked that are told to create what is lost, or seen to. */
  String marked(Set<Integer> told, Set<Integer> seen) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(told.contains(i + 1) ? "told " : "     ")
          .append(seen.contains(i + 1) ? "seen " : "     ")
          .append(String.format("%3d  ", i + 1))
          .append(lines.get(i))
          .append('\n');
    }
    return text.toString();
  }
}
