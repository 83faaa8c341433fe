package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Whatever the context says, what was started has to end. */
abstract class CleansUp {

  abstract void load(Context ctx);

  void run(Context ctx, ExecutorService executor, CountDownLatch ended)
      throws InterruptedException {
    try {
      executor.execute(() -> load(ctx));
    } finally {
      executor.shutdown();
      executor.awaitTermination(1, TimeUnit.SECONDS);
      ended.await();
    }
  }
}
