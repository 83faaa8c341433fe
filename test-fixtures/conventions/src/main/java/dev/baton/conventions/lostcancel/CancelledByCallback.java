package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The context lives as long as the work that was started with it. */
final class CancelledByCallback {
  CompletableFuture<String> load(Context ctx, Executor executor) {
    var timed = ctx.withTimeout(Duration.ofSeconds(5));
    return CompletableFuture.supplyAsync(() -> query(timed), executor)
        .whenComplete((row, failure) -> timed.cancel(failure));
  }

  void untilShutdown(Context ctx) {
    var child = ctx.withCancel();
    query(child);
    Runtime.getRuntime().addShutdownHook(new Thread(child::close));
  }

  void untilRun(Context ctx, Executor executor) {
    var child = ctx.withCancel();
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            query(child);
            child.cancel();
          }
        });
  }

  private static String query(Context ctx) {
    return ctx.isDone() ? "" : "row";
  }
}
