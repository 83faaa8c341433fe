package dev.baton.checker.differential.recording;

/** One call of a unit: of a program, or of a lambda in it. */
final class Activation {

  private boolean excused;

  /** It ended in a way that is no exit by the contract: what it leaves behind is not lost. */
  void excuse() {
    excused = true;
  }

  boolean isExcused() {
    return excused;
  }
}
