package dev.baton.context;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waiting in tests: no sleeps, and an upper end that only a broken build reaches. */
public final class Threads {
  static final long LIMIT_SECONDS = 30;
  public static final Duration LIMIT = Duration.ofSeconds(LIMIT_SECONDS);

  private static final ExecutorService POOL = Executors.newCachedThreadPool(Threads::daemon);

  private Threads() {}

  /** What a thread of a test does. */
  public interface Body {
    void run() throws Exception;
  }

  /** Runs the body on a thread of its own. */
  public static CompletableFuture<Void> start(Body body) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    daemon(() -> run(body, end)).start();
    return end;
  }

  /** Runs the body on a thread that others have used before, which is quicker. */
  public static CompletableFuture<Void> startPooled(Body body) {
    CompletableFuture<Void> end = new CompletableFuture<>();
    POOL.execute(() -> run(body, end));
    return end;
  }

  private static void run(Body body, CompletableFuture<Void> end) {
    try {
      body.run();
      end.complete(null);
    } catch (Throwable e) {
      end.completeExceptionally(e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    return thread;
  }

  /** Runs all bodies at once, and waits for them. */
  public static void together(Body... bodies) {
    CyclicBarrier barrier = new CyclicBarrier(bodies.length);
    List<CompletableFuture<Void>> ends = new ArrayList<>();
    for (Body body : bodies) {
      ends.add(
          startPooled(
              () -> {
                meet(barrier);
                body.run();
              }));
    }
    ends.forEach(Threads::join);
  }

  public static void meet(CyclicBarrier barrier)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    barrier.await(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  public static <T> T join(CompletableFuture<T> future) {
    try {
      return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  public static void await(CountDownLatch latch) {
    try {
      assertWithMessage("reached in time")
          .that(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS))
          .isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Spins until something is so that no latch can tell. */
  @SuppressWarnings("ThreadPriorityCheck") // nothing depends on the yield but the time it takes
  public static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new AssertionError("not so within " + LIMIT);
      }
      Thread.yield(); // the other one may need this processor
    }
  }

  public static void untilParked(Thread thread) {
    until(
        () ->
            thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING);
  }

  static void untilEndedOrBlocked(Thread thread) {
    until(() -> !thread.isAlive() || thread.getState() == Thread.State.BLOCKED);
  }

  /**
   * How a context ended, as a future tells it: newer JDKs throw a CancellationException of their
   * own with that as its cause.
   */
  public static ContextException end(Body get) {
    CancellationException thrown = assertThrows(CancellationException.class, get::run);
    return (ContextException) (thrown instanceof ContextException ? thrown : thrown.getCause());
  }
}
