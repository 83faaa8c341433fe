package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** The class that holds the context cancels it, here through a local. */
final class FieldClosedByOwner implements AutoCloseable {
  private CancellableContext current;

  FieldClosedByOwner(Context ctx) {
    this.current = ctx.withCancel();
  }

  void restart(Context ctx) {
    CancellableContext previous = current;
    current = ctx.withCancel();
    previous.cancel();
  }

  boolean isRunning() {
    return !current.isDone();
  }

  @Override
  public void close() {
    current.close();
  }
}
