package dev.baton.checker.differential;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.baton.checker.differential.recording.Run;

/** What the check says of a program, and what all its runs have shown. */
final class Verdict {

  final Program program;
  final Run.Observed observed;

  private final Mode mode;
  private final Run.Code code;

  /** The lines of the contexts that the check says are lost. */
  private final ImmutableSet<Integer> told;

  Verdict(Program program, Mode mode, ImmutableSet<Integer> told, Run.Code code) {
    this.program = program;
    this.mode = mode;
    this.told = told;
    this.code = code;
    this.observed = Run.inEveryWay(code);
  }

  /** Whether the runs decide: all were made, and each creation in the program is reached by one. */
  boolean isDecided() {
    return !observed.isCutShort()
        && (mode == Mode.CORRELATED || observed.created().equals(program.creations()));
  }

  boolean isRight() {
    return mode.isRight(told, observed.lost());
  }

  /** The program, what was told and what was seen. */
  String inWords() {
    StringBuilder words = new StringBuilder(program.marked(told, observed.lost()));
    for (int line : Sets.difference(told, observed.lost())) {
      words.append(
          "%d runs, and none loses what line %d creates%n".formatted(observed.runs(), line));
    }
    for (int line : Sets.difference(observed.lost(), told)) {
      words.append(
          "what line %d creates is lost where%n%s%n".formatted(line, Run.losing(line, code)));
    }
    for (int line : Sets.difference(program.creations(), observed.created())) {
      words.append("no run comes to line %d%n".formatted(line));
    }
    return words.toString();
  }
}
