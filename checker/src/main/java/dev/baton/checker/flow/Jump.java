package dev.baton.checker.flow;

import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/**
 * Control on its way out, until the statement it goes to is reached; every {@code finally} it
 * passes may settle what it owes.
 *
 * @param kind what makes it jump
 * @param origin the statement that jumps, or the call that throws
 * @param target the statement that a break, continue or yield goes to
 * @param thrown the static type of the exception
 * @param owed what is still owed
 */
record Jump(Kind kind, Tree origin, @Nullable Tree target, @Nullable Type thrown, Debts owed) {

  enum Kind {
    RETURN(Escape.Way.RETURN),
    BREAK(Escape.Way.BREAK),
    CONTINUE(Escape.Way.CONTINUE),
    YIELD(Escape.Way.YIELD),
    THROW(Escape.Way.THROW),
    /** A checked exception that the callee declares. */
    DECLARED(Escape.Way.EXCEPTION),
    /** An exception that any callee may throw. */
    UNCHECKED(Escape.Way.EXCEPTION);

    private final Escape.Way way;

    Kind(Escape.Way way) {
      this.way = way;
    }
  }

  @Override
  @SuppressWarnings("TypeEquals") // equal jumps come of one statement, and have one type object
  public boolean equals(@Nullable Object other) {
    return other instanceof Jump same
        && kind == same.kind
        && origin == same.origin
        && target == same.target
        && thrown == same.thrown
        && owed.equals(same.owed);
  }

  @Override
  public int hashCode() {
    return 31 * origin.hashCode() + owed.hashCode();
  }

  static Jump to(@Nullable Tree target, Kind kind, Tree origin, Debts owed) {
    return new Jump(kind, origin, target, null, owed);
  }

  static Jump thrown(@Nullable Type type, Kind kind, Tree origin, Debts owed) {
    return new Jump(kind, origin, null, type, owed);
  }

  Jump owing(Debts rest) {
    return new Jump(kind, origin, target, thrown, rest);
  }

  boolean isException() {
    return kind == Kind.THROW || kind == Kind.DECLARED || kind == Kind.UNCHECKED;
  }

  boolean staysInBody() {
    return target != null;
  }

  Escape escape() {
    return new Escape(kind.way, origin);
  }
}
