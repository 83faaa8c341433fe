package dev.baton.context.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the header {@code tracestate}. */
final class TraceState {
  /** So many members it may have. */
  private static final int MOST = 32;

  private static final Pattern MEMBER =
      Pattern.compile("[a-z0-9][a-z0-9_*/@-]{0,255}=[ -~&&[^,=]]{0,255}[!-~&&[^,=]]");

  private TraceState() {}

  /** The members of all lines; empty if there are none, or one of them is not valid. */
  static String parse(List<String> lines) {
    List<String> members =
        lines.stream()
            .flatMap(line -> Arrays.stream(line.split(",", -1)))
            .map(String::strip)
            .filter(member -> !member.isEmpty())
            .toList();
    boolean valid =
        members.size() <= MOST
            && members.stream().allMatch(member -> MEMBER.matcher(member).matches());
    return valid ? String.join(",", members) : "";
  }
}
