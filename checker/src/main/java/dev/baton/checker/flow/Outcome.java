package dev.baton.checker.flow;

/** What is owed after a condition, by its value. */
record Outcome(Debts whenTrue, Debts whenFalse) {

  /** After what is no condition, or is always true. */
  static Outcome certain(Debts owed) {
    return new Outcome(owed, Debts.NONE);
  }

  Debts either() {
    return whenTrue.or(whenFalse);
  }

  Outcome negated() {
    return new Outcome(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }
}
