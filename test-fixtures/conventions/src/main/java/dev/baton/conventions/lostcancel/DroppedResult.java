package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** The derived context is thrown away where it is made; the parent goes on as before. */
final class DroppedResult {
  void handle(Context ctx) {
    // BUG: Diagnostic contains: the context that `withCancel` creates is dropped
    ctx.withCancel();
    ctx.throwIfDone();
  }
}
