package dev.baton.checker.differential;

import java.util.Set;

/** How programs are made, and with that what the check owes them. */
enum Mode {
  /** All paths that the check can see are possible: it tells exactly what is lost. */
  EXACT,

  /** The same for the check's mode Strict, in which every call may throw. */
  STRICT,

  /** Conditions depend on each other: the check may tell more than is lost, but no less. */
  CORRELATED;

  boolean isRight(Set<Integer> told, Set<Integer> lost) {
    return this == CORRELATED ? told.containsAll(lost) : told.equals(lost);
  }
}
