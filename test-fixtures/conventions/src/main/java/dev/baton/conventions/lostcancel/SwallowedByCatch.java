package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** An exception of the callee jumps over the cancel, into a catch clause that goes on. */
final class SwallowedByCatch {
  boolean isReachable(Context ctx) {
    // BUG: Diagnostic contains: `probe` is not cancelled on every path: the `return` on line 14
    var probe = ctx.withCancel();
    try {
      ping(probe);
      probe.cancel();
    } catch (IllegalStateException e) {
      return false;
    }
    return true;
  }

  private static void ping(Context ctx) {
    if (ctx.isDone()) {
      throw new IllegalStateException("no answer");
    }
  }
}
