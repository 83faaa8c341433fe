package dev.baton.checker.model;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of an expression goes.
 *
 * @param fate what that means for the duty to cancel it
 * @param tree what takes, borrows or names the value: the call it is an argument or the receiver
 *     of, the assignment, the return, the statement
 * @param local the local that holds it
 */
public record Slot(Fate fate, Tree tree, @Nullable VarSymbol local) {

  /** What becomes of a duty. */
  public enum Fate {
    /** The slot only uses the context, or drops it. */
    BORROWED,
    /** The slot cancels the context, or has the duty from now on. */
    TAKEN,
    /** A local variable holds the context, and is to be followed. */
    HELD
  }

  static Slot borrowedBy(Tree tree) {
    return new Slot(Fate.BORROWED, tree, null);
  }

  static Slot takenBy(Tree tree) {
    return new Slot(Fate.TAKEN, tree, null);
  }

  static Slot heldBy(VarSymbol local, Tree tree) {
    return new Slot(Fate.HELD, tree, local);
  }

  public boolean isBorrowed() {
    return fate == Fate.BORROWED;
  }

  public boolean isTaken() {
    return fate == Fate.TAKEN;
  }

  public boolean isHeld() {
    return fate == Fate.HELD;
  }
}
