package dev.baton.checker.differential;

/** A kind of statement, or a block of some. */
@FunctionalInterface
interface Statement {

  /** Writes one; says whether its end can be reached, as javac sees it. */
  boolean write(Scope scope);
}
