package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** The old context is cancelled before the new one takes its place. */
final class ReplacedEachRound {
  void follow(Context ctx, int rounds) {
    CancellableContext current = ctx.withCancel();
    for (int i = 0; i < rounds; i++) {
      CancellableContext next = ctx.withCancel();
      current.cancel();
      current = next;
      current.throwIfDone();
    }
    current.cancel();
  }
}
