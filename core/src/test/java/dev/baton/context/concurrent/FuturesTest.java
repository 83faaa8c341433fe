package dev.baton.context.concurrent;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Threads;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // bind returns what it was given
final class FuturesTest {
  @Test
  void cancelCancelsTheFuture() {
    CancellableContext ctx = Context.background().withCancel();
    CompletableFuture<String> stage = new CompletableFuture<>();
    FutureTask<String> task = new FutureTask<>(() -> "never run");
    assertThat(Futures.bind(ctx, stage)).isSameInstanceAs(stage);
    assertThat(Futures.bind(ctx, task)).isSameInstanceAs(task);
    assertThat(stage.isDone() || task.isDone()).isFalse();
    ctx.cancel();
    assertThat(stage.isCancelled()).isTrue();
    assertThat(task.isCancelled()).isTrue();
  }

  @Test
  void aDeadlineCancelsTheFuture() {
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(10))) {
      CompletableFuture<String> future = Futures.bind(ctx, new CompletableFuture<>());
      Threads.until(future::isCancelled);
    }
  }

  @Test
  void aContextThatIsDoneCancelsAtOnce() {
    Context ctx = Context.background().withTimeout(Duration.ZERO);
    assertThat(Futures.bind(ctx, new CompletableFuture<>()).isCancelled()).isTrue();
    assertThat(Futures.bind(ctx, new FutureTask<>(() -> "")).isCancelled()).isTrue();
  }

  @Test
  void aTaskThatRunsIsInterrupted() {
    CancellableContext ctx = Context.background().withCancel();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CountDownLatch running = new CountDownLatch(1);
    ExecutorService executor = Executors.newSingleThreadExecutor();
    Future<?> future =
        executor.submit(
            () -> {
              running.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.complete(true);
              }
            });
    Futures.bind(ctx, future);
    Threads.await(running);
    ctx.cancel();
    assertThat(Threads.join(interrupted)).isTrue();
    executor.shutdown();
  }

  @Test
  void aFutureThatIsCompleteStaysAsItIs() {
    CancellableContext ctx = Context.background().withCancel();
    CompletableFuture<String> before = CompletableFuture.completedFuture("a");
    CompletableFuture<String> after = new CompletableFuture<>();
    Futures.bind(ctx, before);
    Futures.bind(ctx, after);
    after.complete("b");
    ctx.cancel();
    assertThat(Threads.join(before)).isEqualTo("a");
    assertThat(Threads.join(after)).isEqualTo("b");
  }

  @Test
  void aLiveContextLetsGoOfAStageThatIsComplete() {
    try (CancellableContext ctx = Context.background().withCancel()) {
      CompletableFuture<Object> future = Futures.bind(ctx, new CompletableFuture<>());
      future.complete("");
      WeakReference<Object> seen = new WeakReference<>(future);
      future = null;
      untilCollected(seen);
    }
  }

  @Test
  void aLiveContextLetsGoOfAnotherFutureThatNobodyHolds() {
    try (CancellableContext ctx = Context.background().withCancel()) {
      FutureTask<Object> future = Futures.bind(ctx, new FutureTask<>(() -> ""));
      future.run();
      WeakReference<Object> seen = new WeakReference<>(future);
      future = null;
      untilCollected(seen);
    }
  }

  /**
   * If the rest of each were left in the context, this would not fit in the memory of the tests.
   */
  @Test
  void futuresThatAreGoneLeaveNothingInTheContext() {
    try (CancellableContext ctx = Context.background().withCancel()) {
      long before = usedMemory();
      for (int i = 0; i < 300_000; i++) {
        Futures.bind(ctx, new FutureTask<>(() -> ""));
      }
      Threads.until(
          () -> {
            Futures.bind(ctx, new FutureTask<>(() -> ""));
            return usedMemory() - before < 10_000_000; // what is left of each would be more
          });
    }
  }

  @Test
  void nullsAreRefused() {
    List<Runnable> calls = new ArrayList<>();
    calls.add(() -> Futures.bind(null, new CompletableFuture<>()));
    calls.add(() -> Futures.bind(null, CompletableFuture.completedFuture("")));
    calls.add(() -> Futures.bind(Context.background(), null));
    calls.forEach(call -> assertThrows(NullPointerException.class, call::run));
  }

  private static void untilCollected(WeakReference<?> seen) {
    Threads.until(
        () -> {
          System.gc();
          return seen.get() == null;
        });
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
