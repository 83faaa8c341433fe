package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** A loop without an end has no exit by which the context could be lost. */
final class EndlessServer {
  void serve(Context ctx, Runnable job) {
    var lifetime = ctx.withCancel();
    while (true) {
      if (!lifetime.isDone()) {
        job.run();
      }
    }
  }
}
