package dev.baton.conventions.storedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.ExecutorService;

/** A service's own context: made when it starts, cancelled when it stops. */
class LifecycleOfAnOwner implements AutoCloseable {

  protected final CancellableContext serviceCtx;
  final CancellableContext watchCtx;
  final CancellableContext pollCtx;

  // BUG: Diagnostic contains: keeps context `forgotten` in a field, where it outlives its request
  protected final CancellableContext forgotten;

  LifecycleOfAnOwner(Context ctx, ExecutorService executor) {
    serviceCtx = ctx.withCancel();
    watchCtx = serviceCtx.withCancel();
    pollCtx = serviceCtx.withCancel();
    forgotten = serviceCtx.withCancel();
    executor.execute(() -> watch(forgotten));
  }

  private static void watch(Context ctx) {
    ctx.throwIfDone();
  }

  Runnable stopWatching() {
    return watchCtx::close;
  }

  CancellableContext handOver() {
    return pollCtx;
  }

  @Override
  public void close() {
    serviceCtx.cancel();
  }
}
