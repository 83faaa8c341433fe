package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The context ends when the work has. */
abstract class WaitsInTheBlock {

  abstract String load(Context ctx, String id);

  String one(Context ctx, ExecutorService executor) throws Exception {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      return timed.await(CompletableFuture.supplyAsync(() -> load(timed, "one"), executor));
    }
  }

  List<String> all(Context ctx, ExecutorService executor, List<String> ids) throws Exception {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      List<CompletableFuture<String>> loads = new ArrayList<>();
      for (String id : ids) {
        loads.add(CompletableFuture.supplyAsync(() -> load(timed, id), executor));
      }
      timed.await(CompletableFuture.allOf(loads.toArray(new CompletableFuture<?>[0])));
      return loads.stream().map(CompletableFuture::join).toList();
    }
  }

  void latch(Context ctx, ExecutorService executor, CountDownLatch loaded) throws Exception {
    CancellableContext child = ctx.withCancel();
    try {
      executor.execute(
          () -> {
            load(child, "latch");
            loaded.countDown();
          });
      dev.baton.context.concurrent.Interrupts.run(child, loaded::await);
    } finally {
      child.cancel();
    }
  }

  boolean cancelled(Context ctx, ExecutorService executor) {
    try (CancellableContext child = ctx.withCancel()) {
      Future<String> load = executor.submit(() -> load(child, "probe"));
      ctx.throwIfDone();
      return load.cancel(true);
    }
  }
}
