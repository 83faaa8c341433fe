package dev.baton.checker.differential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of a program. Behind each that calls something stands what its callees may throw in a
 * run: what they declare, and of what they need not declare that for which a handler is there.
 */
final class Text {

  private static final String MAY_THROW = " // may throw ";

  private final StringBuilder lines = new StringBuilder();
  private final Mode mode;

  /** What the tries around catch, those of the unit at hand alone. */
  private Deque<List<String>> handlers = new ArrayDeque<>();

  private int depth;

  Text(Mode mode) {
    this.mode = mode;
  }

  /** What may be thrown on a line of some program. */
  static ImmutableList<String> thrownOn(String line) {
    int start = line.indexOf(MAY_THROW);
    return start < 0
        ? ImmutableList.of()
        : ImmutableList.copyOf(line.substring(start + MAY_THROW.length()).split(" ", -1));
  }

  void line(String code) {
    line(code, ImmutableSet.of());
  }

  void line(String code, Set<String> thrown) {
    lines.append("  ".repeat(depth)).append(code);
    if (!thrown.isEmpty()) {
      lines.append(MAY_THROW).append(String.join(" ", thrown));
    }
    lines.append('\n');
  }

  void indented(Runnable part) {
    depth++;
    part.run();
    depth--;
  }

  /** Writes a part for whose exceptions there are handlers. */
  void handled(List<String> types, Runnable part) {
    handlers.push(types);
    part.run();
    handlers.pop();
  }

  /** Writes a unit of its own: the handlers around it do not get what is thrown when it runs. */
  void apart(Runnable unit) {
    Deque<List<String>> outside = handlers;
    handlers = new ArrayDeque<>();
    unit.run();
    handlers = outside;
  }

  /** Whether there is a handler for what any callee may throw. */
  boolean isHandled() {
    return !thrown("").isEmpty();
  }

  /** What may be thrown here by a callee that declares this, if anything. */
  Set<String> thrown(String declared) {
    Set<String> thrown = new LinkedHashSet<>();
    if (mode == Mode.STRICT) {
      thrown.add("Unchecked");
      thrown.add("Fault");
    }
    if (declared.equals("Exception")) {
      thrown.add("Other");
    } else if (!declared.isEmpty()) {
      thrown.add(declared);
    }
    for (List<String> types : handlers) {
      for (String type : types) {
        thrown.addAll(caughtBy(type, !declared.isEmpty()));
      }
    }
    return thrown;
  }

  private static List<String> caughtBy(String type, boolean isChecked) {
    return switch (type) {
      case "RuntimeException", "Exception" -> List.of("Unchecked");
      case "IllegalStateException" -> List.of("Illegal");
      case "Error" -> List.of("Fault");
      case "Throwable" -> List.of("Unchecked", "Fault");
      default -> isChecked ? List.of(type) : List.of();
    };
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
