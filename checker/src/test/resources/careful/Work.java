package careful;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import dev.baton.context.concurrent.ContextGroup;
import dev.baton.context.concurrent.Futures;
import dev.baton.context.concurrent.Interrupts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work on other threads, and waits, that the context stops or that cannot last. */
final class Work {
  private static final Key<String> TRACE = Key.of("trace");

  static int load(Context ctx) {
    return ctx.isDone() ? 0 : 1;
  }

  static Object hedged(Context ctx, ExecutorService pool) throws Exception {
    try (CancellableContext both = ctx.withCancel()) {
      List<CompletableFuture<Integer>> replies = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        replies.add(CompletableFuture.supplyAsync(() -> load(both), pool));
      }
      return both.await(CompletableFuture.anyOf(replies.toArray(new CompletableFuture<?>[0])));
    }
  }

  static int fannedOut(Context ctx, ExecutorService pool) throws Exception {
    try (CancellableContext both = ctx.withCancel()) {
      Future<Integer> one = pool.submit(() -> load(both));
      Future<Integer> other = pool.submit(() -> load(both));
      return Interrupts.call(both, one::get) + Interrupts.call(both, other::get);
    }
  }

  static void countedDown(Context ctx, Executor pool) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    try (CancellableContext child = ctx.withCancel()) {
      pool.execute(
          () -> {
            load(child);
            done.countDown();
          });
      Interrupts.run(child, done::await);
    }
  }

  static void grouped(Context ctx) throws Exception {
    try (CancellableContext child = ctx.withCancel();
        ContextGroup group = ContextGroup.of(child)) {
      group.fork(Work::load);
      group.join();
    }
  }

  static void handedOver(Context ctx, Executor pool) {
    CancellableContext child = ctx.withTimeout(Duration.ofSeconds(5));
    boolean isStarted = false;
    try {
      pool.execute(
          () -> {
            try (child) {
              load(child);
            }
          });
      isStarted = true;
    } finally {
      if (!isStarted) {
        child.cancel();
      }
    }
  }

  static CompletableFuture<Integer> ownedByTheStage(Context ctx, Executor pool) {
    CancellableContext child = ctx.withCancel();
    return CompletableFuture.supplyAsync(() -> load(child), pool)
        .whenComplete((value, failure) -> child.cancel());
  }

  static void onlyTheValue(Context ctx, Executor pool) {
    try (CancellableContext child = ctx.withCancel()) {
      String trace = child.value(TRACE);
      pool.execute(() -> System.out.println(trace));
      load(child);
    }
  }

  static void inParallel(Context ctx, List<Integer> ids) {
    try (CancellableContext child = ctx.withCancel()) {
      ids.parallelStream().forEach(id -> load(child));
    }
  }

  static void livesOn(Context ctx, Executor pool) {
    Context audit = ctx.withoutCancel();
    pool.execute(() -> load(audit));
  }

  static void polls(Context ctx, Future<Integer> reply) throws Exception {
    while (!reply.isDone() && !ctx.awaitDone(Duration.ofMillis(5))) {
      load(ctx);
    }
  }

  static void limited(
      Context ctx, Future<String> reply, CountDownLatch latch, BlockingQueue<String> queue)
      throws Exception {
    reply.get(1, TimeUnit.SECONDS);
    latch.await(1, TimeUnit.SECONDS);
    queue.offer("x", ctx.remaining().toMillis(), TimeUnit.MILLISECONDS);
    queue.poll();
  }

  static CompletableFuture<Integer> sum(
      Context ctx, CompletableFuture<Integer> one, CompletableFuture<Integer> other) {
    load(ctx);
    return CompletableFuture.allOf(one, other).thenApply(unused -> one.join() + other.join());
  }

  static void printed(Context ctx, CompletableFuture<String> reply) {
    load(ctx);
    reply.whenComplete((row, failure) -> System.out.println(reply.join()));
  }

  static String bound(Context ctx, Future<String> reply) throws Exception {
    return Futures.bind(ctx, reply).get();
  }

  static void stopped(Context ctx, CountDownLatch latch) throws InterruptedException {
    ctx.afterFunc(latch::countDown);
    latch.await();
  }

  static void serve(BlockingQueue<String> requests) throws InterruptedException {
    while (true) {
      String request = requests.take();
      try (CancellableContext ctx = Context.background().withTimeout(Duration.ofSeconds(3))) {
        System.out.println(request + load(ctx));
      }
    }
  }

  static void everySecond(ScheduledExecutorService timer) {
    timer.scheduleAtFixedRate(
        () -> {
          try (CancellableContext ctx = Context.background().withTimeout(Duration.ofSeconds(2))) {
            load(ctx);
          }
        },
        1,
        1,
        TimeUnit.SECONDS);
  }
}
