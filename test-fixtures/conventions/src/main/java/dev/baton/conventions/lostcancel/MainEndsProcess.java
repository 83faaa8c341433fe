package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** What the main method leaves behind ends with the process. */
final class MainEndsProcess {
  private MainEndsProcess() {}

  public static void main(String[] args) {
    var lifetime = Context.background().withCancel();
    if (args.length == 0) {
      return;
    }
    lifetime.throwIfDone();
  }
}
