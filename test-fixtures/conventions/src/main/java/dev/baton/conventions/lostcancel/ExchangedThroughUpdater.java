package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/** Whoever takes the context out of the field by its name cancels it. */
final class ExchangedThroughUpdater {
  private static final AtomicReferenceFieldUpdater<ExchangedThroughUpdater, CancellableContext>
      CURRENT =
          AtomicReferenceFieldUpdater.newUpdater(
              ExchangedThroughUpdater.class, CancellableContext.class, "current");

  private volatile CancellableContext current;

  ExchangedThroughUpdater(Context ctx) {
    current = ctx.withCancel();
  }

  void restart(Context ctx) {
    CURRENT.getAndSet(this, ctx.withCancel()).cancel();
  }
}
