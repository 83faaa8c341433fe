package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import java.util.concurrent.TimeUnit;

/** The commonest case: the loop asks the context, and the pause does not. */
abstract class PollsAndPauses {

  abstract boolean isReady(Context ctx);

  void poll(Context ctx) throws InterruptedException {
    while (!ctx.isDone()) {
      // BUG: Diagnostic contains: `Thread.sleep` keeps blocking when `ctx` is done
      Thread.sleep(100);
    }
  }

  boolean retry(Context ctx) throws InterruptedException {
    for (int attempt = 1; attempt <= 3; attempt++) {
      if (isReady(ctx)) {
        return true;
      }
      // BUG: Diagnostic contains: write `ctx.awaitDone(d)` instead
      TimeUnit.MILLISECONDS.sleep(50L * attempt);
    }
    return false;
  }

  Runnable later(Context ctx) {
    return () -> {
      try {
        // BUG: Diagnostic contains: `Thread.sleep` keeps blocking
        Thread.sleep(10);
        isReady(ctx);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
