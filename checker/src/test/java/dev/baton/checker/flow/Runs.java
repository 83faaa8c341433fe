package dev.baton.checker.flow;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All runs of one program, and what the programs call; on one thread. */
public final class Runs {
  /** Choices that a run may make; one that wants more is cut off and says nothing. */
  private static final int CHOICES = 11;

  private static final List<Boolean> taken = new ArrayList<>();
  private static final Set<Debt> owed = new HashSet<>();
  private static int made;
  private static boolean cut;

  private final Method program;
  private boolean cutOff;

  Runs(Method program) {
    this.program = program;
  }

  /** The lines of the debts that some run lost. */
  Set<Integer> losses() throws IllegalAccessException {
    Set<Integer> lost = new HashSet<>();
    taken.clear();
    do {
      made = 0;
      cut = false;
      owed.clear();
      boolean counts = runs();
      cutOff |= cut;
      if (counts && !cut) {
        owed.forEach(debt -> lost.add(debt.line));
      }
    } while (next());
    return lost;
  }

  boolean wereCutOff() {
    return cutOff;
  }

  /** Whether the run came to a way out that counts. */
  private boolean runs() throws IllegalAccessException {
    try {
      program.invoke(null);
      return true;
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof Thrown || e.getCause() instanceof Checked;
    }
  }

  /** The next sequence of choices, in the order of a tree that is walked depth first. */
  private static boolean next() {
    while (taken.size() > made) {
      taken.remove(taken.size() - 1);
    }
    while (!taken.isEmpty() && taken.get(taken.size() - 1)) {
      taken.remove(taken.size() - 1);
    }
    if (taken.isEmpty()) {
      return false;
    }
    taken.set(taken.size() - 1, true);
    return true;
  }

  /** Either, and in some run the other. */
  public static boolean choose() {
    if (made == CHOICES) {
      cut = true;
      throw new CutOff();
    }
    if (made == taken.size()) {
      taken.add(false);
    }
    return taken.get(made++);
  }

  /** Opens a debt. */
  public static Debt open(int line) {
    Debt debt = new Debt(line);
    owed.add(debt);
    return debt;
  }

  /** Settles it. */
  public static void settle(Debt debt) {
    owed.remove(debt);
  }

  /** Or throws. */
  public static boolean chooseOrThrow() {
    call();
    return choose();
  }

  /** Throws, or opens a debt. */
  public static Debt open(int line, boolean unused) {
    return open(line);
  }

  /** Settles it, and may throw then. */
  public static void settle(Debt debt, boolean unused) {
    settle(debt);
    call();
  }

  /** Nothing, or an exception. */
  public static boolean throwing() {
    call();
    return true;
  }

  /** May throw what it does not declare. */
  public static void call() {
    if (choose()) {
      throw new Undeclared();
    }
  }

  /** May throw what it declares, or what it does not. */
  public static void risky() throws Checked {
    if (choose()) {
      throw new Checked();
    }
    call();
  }

  /** Something that must be settled. */
  public static final class Debt {
    final int line;

    Debt(int line) {
      this.line = line;
    }
  }

  /** What the programs themselves throw; it counts as a way out. */
  public static final class Thrown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Thrown() {
      super(null, null, false, false);
    }
  }

  /** What a callee declares; it counts as a way out. */
  public static final class Checked extends Exception {
    private static final long serialVersionUID = 1;

    Checked() {
      super(null, null, false, false);
    }
  }

  /** What a callee throws and does not declare; it counts only where it is caught. */
  static final class Undeclared extends RuntimeException {
    private static final long serialVersionUID = 1;

    Undeclared() {
      super(null, null, false, false);
    }
  }

  /** Ends a run that has made enough choices. */
  static final class CutOff extends Error {
    private static final long serialVersionUID = 1;

    CutOff() {
      super(null, null, false, false);
    }
  }
}
