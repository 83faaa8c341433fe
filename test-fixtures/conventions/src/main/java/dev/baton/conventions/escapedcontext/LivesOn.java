package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The work has a context that no block ends. */
abstract class LivesOn {

  private static final Key<String> USER = Key.of("user");

  abstract String load(Context ctx);

  abstract void audit(String user);

  void detached(Context ctx, Executor executor) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      load(timed);
      executor.execute(() -> load(timed.withoutCancel()));
    }
  }

  void parent(Context ctx, Executor executor) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      load(timed);
      executor.execute(() -> load(ctx));
    }
  }

  void value(Context ctx, Executor executor) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      load(timed);
      executor.execute(() -> audit(timed.value(USER)));
    }
  }

  CompletableFuture<String> closedByStage(Context ctx, Executor executor) {
    CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2));
    return CompletableFuture.supplyAsync(() -> load(timed), executor)
        .whenComplete((row, failure) -> timed.close());
  }
}
