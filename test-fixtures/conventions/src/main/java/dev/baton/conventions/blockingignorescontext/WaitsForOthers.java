package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Whoever should wake this thread may not, and the context cannot. */
final class WaitsForOthers {

  String futures(Context ctx, Future<String> plain, CompletableFuture<String> stage)
      throws Exception {
    // BUG: Diagnostic contains: write `Interrupts.call(ctx, plain::get)` instead
    String first = plain.get();
    // BUG: Diagnostic contains: `CompletableFuture.join` keeps blocking when `ctx` is done
    String second = stage.join();
    // BUG: Diagnostic contains: write `ctx.await(stage)` instead
    return first + second + stage.get();
  }

  List<String> references(Context ctx, List<CompletableFuture<String>> replies) {
    // BUG: Diagnostic contains: write `ctx.await(future)` instead
    return replies.stream().map(CompletableFuture::join).toList();
  }

  void locks(Context ctx, CountDownLatch latch, Semaphore permits, Condition changed)
      throws InterruptedException {
    // BUG: Diagnostic contains: write `Interrupts.run(ctx, latch::await)` instead
    latch.await();
    // BUG: Diagnostic contains: write `Interrupts.run(ctx, permits::acquire)` instead
    permits.acquire();
    // BUG: Diagnostic contains: `Condition.await` keeps blocking
    changed.await();
    synchronized (this) {
      // BUG: Diagnostic contains: write `Interrupts.run(ctx, this::wait)` instead
      wait();
    }
  }

  void queues(Context ctx, BlockingQueue<String> in, LinkedBlockingQueue<String> out)
      throws InterruptedException {
    // BUG: Diagnostic contains: write `Interrupts.call(ctx, in::take)` instead
    String next = in.take();
    // BUG: Diagnostic contains: write `Interrupts.run(ctx, () -> out.put(...))` instead
    out.put(next);
  }

  void executors(Context ctx, ExecutorService executor, List<Callable<String>> tasks)
      throws InterruptedException {
    // BUG: Diagnostic contains: `ExecutorService.invokeAll` keeps blocking
    executor.invokeAll(tasks);
    // BUG: Diagnostic contains: `ExecutorService.awaitTermination` keeps blocking
    executor.awaitTermination(1, TimeUnit.MINUTES);
  }

  int threads(Context ctx, Thread worker, Process process) throws InterruptedException {
    // BUG: Diagnostic contains: write `Interrupts.run(ctx, worker::join)` instead
    worker.join();
    // BUG: Diagnostic contains: write `Interrupts.call(ctx, process::waitFor)` instead
    return process.waitFor();
  }
}
