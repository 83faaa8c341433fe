package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.util.concurrent.Executor;

/** A task that uses the context does not cancel it. */
final class OnlyUsedInLambda {
  void start(Context ctx, Executor executor) {
    // BUG: Diagnostic contains: the end of the method on line 12 leaves without it
    var child = ctx.withCancel();
    executor.execute(() -> child.throwIfDone());
  }
}
