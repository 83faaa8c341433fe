package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** An accessor creates nothing, so its caller owes nothing. */
final class PlainAccessor implements AutoCloseable {
  private final CancellableContext lifetime;

  PlainAccessor(Context ctx) {
    this.lifetime = ctx.withCancel();
  }

  CancellableContext lifetime() {
    return lifetime;
  }

  static boolean isOver(PlainAccessor service) {
    CancellableContext lifetime = service.lifetime();
    return lifetime.isDone() || service.lifetime().deadline().isPresent();
  }

  @Override
  public void close() {
    lifetime.cancel();
  }
}
