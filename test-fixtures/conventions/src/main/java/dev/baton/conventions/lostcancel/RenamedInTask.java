package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.util.concurrent.Executor;

/** Another name in the task does not cancel it there either. */
final class RenamedInTask {
  void start(Context ctx, Executor executor) {
    // BUG: Diagnostic contains: the end of the method on line 16 leaves without it
    var child = ctx.withCancel();
    executor.execute(
        () -> {
          var mine = child;
          mine.throwIfDone();
        });
  }
}
