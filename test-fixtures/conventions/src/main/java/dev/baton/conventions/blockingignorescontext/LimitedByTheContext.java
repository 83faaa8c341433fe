package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** A time-out that is what is left of the context's. */
final class LimitedByTheContext {

  boolean close(Context ctx, ExecutorService executor) throws InterruptedException {
    executor.shutdown();
    return executor.awaitTermination(ctx.remaining().toNanos(), TimeUnit.NANOSECONDS);
  }

  void backOff(Context ctx, long wanted) throws InterruptedException {
    long left = ctx.remaining().toMillis();
    Thread.sleep(Math.min(wanted, left));
  }

  void untilDeadline(Context ctx) throws InterruptedException {
    Instant end = ctx.deadline().orElse(Instant.now().plusSeconds(1));
    TimeUnit.MILLISECONDS.sleep(end.toEpochMilli() - System.currentTimeMillis());
  }

  boolean shortly(Context ctx, CountDownLatch open, CompletableFuture<String> reply)
      throws Exception {
    return open.await(1, TimeUnit.SECONDS) && reply.get(1, TimeUnit.SECONDS).isEmpty();
  }
}
