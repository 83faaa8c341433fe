package dev.baton.checker.differential;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A program that is being written. */
final class Draft {

  private static final Pattern CALL = Pattern.compile("(\\.?\\w+)\\s*\\(");

  /** Methods of contexts that never throw. */
  private static final Set<String> QUIET =
      Set.of(".cancel", ".close", ".err", ".isDone", ".withCancel", ".withoutCancel");

  private static final Set<String> KEYWORDS =
      Set.of("catch", "for", "if", "switch", "synchronized", "try", "while");

  final Random random;
  final Mode mode;
  final Text text;
  final Ways ways = new Ways();

  private int names;

  Draft(Random random, Mode mode) {
    this.random = random;
    this.mode = mode;
    this.text = new Text(mode);
  }

  // Chance

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  // Writing

  String name(String prefix) {
    return prefix + names++;
  }

  /** Writes lines of which each that calls a callee may throw what nobody declares. */
  void write(String code) {
    write(code, "");
  }

  /** Writes lines whose callees declare an exception. */
  void write(String code, String declared) {
    code.lines().forEach(line -> writeLine(line, declared));
  }

  private void writeLine(String line, String declared) {
    boolean mayThrow = !declared.isEmpty() || callsMoreThanContexts(line);
    Set<String> thrown = mayThrow ? text.thrown(declared) : Set.of();
    ways.mayThrow(thrown.size());
    text.line(line, thrown);
  }

  /** Whether anything is called there but the methods of contexts that never throw. */
  private static boolean callsMoreThanContexts(String line) {
    return CALL.matcher(line)
        .results()
        .map(call -> call.group(1))
        .anyMatch(called -> !QUIET.contains(called) && !KEYWORDS.contains(called));
  }

  /** Writes the line that ends a block whose resources are closed there. */
  void closeResources(String declared) {
    Set<String> thrown = declared.isEmpty() ? Set.of() : text.thrown(declared);
    ways.mayThrow(thrown.size());
    text.line("}", thrown);
  }

  boolean indented(BooleanSupplier part) {
    boolean[] ends = new boolean[1];
    text.indented(() -> ends[0] = part.getAsBoolean());
    return ends[0];
  }

  void unit(Runnable body) {
    ways.apart(() -> text.apart(() -> text.indented(body)));
  }

  /**
   * Writes a guard, or another statement whose calls are not made on every way: where a handler
   * gets their exceptions, a call is made after it that throws on every way.
   */
  void writeGuarded(String code) {
    write(code);
    if (text.isHandled()) {
      write("ok();");
    }
  }
}
