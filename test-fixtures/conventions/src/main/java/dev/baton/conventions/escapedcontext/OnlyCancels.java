package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work that ends the context early needs none of its own. */
abstract class OnlyCancels {

  abstract String load(Context ctx);

  String find(Context ctx, ScheduledExecutorService timer, Executor executor) {
    try (CancellableContext child = ctx.withCancel()) {
      timer.schedule(child::close, 1, TimeUnit.SECONDS);
      timer.schedule(() -> child.cancel(), child.remaining().toMillis(), TimeUnit.MILLISECONDS);
      executor.execute(
          () -> {
            child.cancel(new IllegalStateException("no longer wanted"));
          });
      return load(child);
    }
  }
}
