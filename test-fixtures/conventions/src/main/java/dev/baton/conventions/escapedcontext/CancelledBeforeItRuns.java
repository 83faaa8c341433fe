package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The block ends, and the work has only begun. */
abstract class CancelledBeforeItRuns {

  private static final Key<String> USER = Key.of("user");

  abstract String load(Context ctx);

  void executed(Context ctx, Executor executor) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      // BUG: Diagnostic contains: `timed` goes to work that `execute` runs, and the `try` on line
      // 22
      executor.execute(() -> load(timed));
    }
  }

  Future<String> returned(Context ctx, ExecutorService executor) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      // BUG: Diagnostic contains: wait for it in the block, or pass `timed.withoutCancel()`
      return executor.submit(() -> load(timed));
    }
  }

  CompletableFuture<Integer> chained(Context ctx, Executor executor) {
    CancellableContext child = ctx.withCancel();
    try {
      // BUG: Diagnostic contains: `child` goes to work that `supplyAsync` runs
      CompletableFuture<String> row = CompletableFuture.supplyAsync(() -> load(child), executor);
      return row.thenApply(String::length);
    } finally {
      child.cancel();
    }
  }

  void derived(Context ctx, ScheduledExecutorService timer) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      Context named = timed.withValue(USER, "ann");
      Runnable task = () -> load(named);
      // BUG: Diagnostic contains: `timed` goes to work that `schedule` runs
      timer.schedule(task, 1, TimeUnit.SECONDS);
    }
  }
}
