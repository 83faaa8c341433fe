package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Nothing else can reach the field, and this class does not cancel it. */
final class NeverCancelledField {
  // BUG: Diagnostic contains: field `lifetime` is never cancelled by the code of
  private final CancellableContext lifetime;

  NeverCancelledField(Context ctx) {
    this.lifetime = ctx.withCancel();
  }

  boolean isRunning() {
    return !lifetime.isDone();
  }
}
