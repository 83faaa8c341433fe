package dev.baton.checker.differential;

import org.jspecify.annotations.Nullable;

/** A local of a program that holds an owner, or nothing. */
final class Variable {

  /** What may be done with it. */
  enum Kind {
    /** Of owner type and never null. */
    OWNER,
    /** Of type AutoCloseable and never null. */
    ALIAS,
    /** Of owner type, and null on some ways. */
    NULLABLE
  }

  final String name;
  final Kind kind;

  /** Assigned but once, so that lambdas may capture it. */
  final boolean isFixed;

  /** The loop in whose body it is declared. */
  final @Nullable Object loop;

  /** The local that is true where this one is not null. */
  @Nullable String flag;

  /**
   * Nothing has been done with it since it was created, so whether it is null or done is a choice
   * that has nothing to do with any other.
   */
  boolean isFresh;

  /** What it holds has been discharged on some way. */
  boolean isDischarged;

  Variable(String name, Kind kind, boolean isFixed, @Nullable Object loop) {
    this.name = name;
    this.kind = kind;
    this.isFixed = isFixed;
    this.loop = loop;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isNeverNull() {
    return kind != Kind.NULLABLE;
  }
}
