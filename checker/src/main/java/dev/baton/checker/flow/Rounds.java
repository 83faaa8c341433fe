package dev.baton.checker.flow;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;

/** The rounds of a loop: walked until nothing new is owed where they begin again. */
final class Rounds {

  private final Tree loop;
  private final Progress progress;
  private final boolean leavingLoses;

  /**
   * @param leavingLoses whether what a jump out of the loop leaves behind is lost by that alone; if
   *     not, it is once a loop around this one begins its next round
   */
  Rounds(Tree loop, Progress progress, boolean leavingLoses) {
    this.loop = loop;
    this.progress = progress;
    this.leavingLoses = leavingLoses;
  }

  /**
   * Walks the rounds.
   *
   * @param before what is evaluated before the body, and tells whether the loop goes on
   * @param after what is evaluated after the body, and tells the same
   */
  void walk(Supplier<Outcome> before, Runnable body, Supplier<Outcome> after) {
    Debts entry = progress.owed;
    Debts back = Debts.NONE;
    progress.flags.repeats(loop);
    while (true) {
      progress.owed = entry.or(back);
      Outcome[] outcomes = new Outcome[2];
      Set<VarSymbol> scope = new LinkedHashSet<>();
      Set<Jump> inner =
          progress.jumpsOf(
              () -> {
                outcomes[0] = before.get();
                progress.owed = outcomes[0].whenTrue();
                scope.addAll(progress.declaredIn(body));
              });
      Set<Jump> outward = endRound(inner, scope);
      outward.addAll(progress.jumpsOf(() -> outcomes[1] = after.get()));
      Debts again = back.or(outcomes[1].whenTrue());
      if (again.equals(back)) {
        progress.owed = outcomes[0].whenFalse().or(outcomes[1].whenFalse());
        progress.land(outward, loop);
        return;
      }
      back = again;
    }
  }

  /** Leaves the scope of the body, by its end or by a jump; the jumps that leave the loop too. */
  private Set<Jump> endRound(Set<Jump> inner, Set<VarSymbol> scope) {
    Escape nextRound = new Escape(Escape.Way.NEXT_ROUND, loop);
    progress.owed = progress.owed.outOf(scope, lost -> progress.lose(lost, nextRound));
    Set<Jump> outward = new LinkedHashSet<>();
    for (Jump jump : inner) {
      if (!jump.staysInBody()) {
        outward.add(jump);
        continue;
      }
      boolean goesRound = jump.kind() == Jump.Kind.CONTINUE && jump.target() == loop;
      Debts rest =
          goesRound || leavingLoses
              ? jump.owed().outOf(scope, lost -> progress.lose(lost, jump.escape()))
              : jump.owed().leftBy(jump.escape(), scope);
      if (goesRound) {
        progress.owed = progress.owed.or(rest);
      } else {
        outward.add(jump.owing(rest));
      }
    }
    return outward;
  }
}
