package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How late deadlines are, beside the JDK's own timer at the same time on the same machine. */
final class LatenessTest {
  private static final int ROUNDS = 300;
  private static final long NANOS = 2_000_000;

  @Test
  void promise15_neverEarlyAndLateByTheJitterOfTheMachine() throws Exception {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    long[] ours = new long[ROUNDS];
    long[] theirs = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      ours[i] = latenessOfContext();
      theirs[i] = latenessOf(timer);
    }
    timer.shutdown();
    Arrays.sort(ours);
    Arrays.sort(theirs);
    System.out.printf(
        "late by, median of %d: contexts %d us, the JDK's timer %d us%n",
        ROUNDS, ours[ROUNDS / 2] / 1_000, theirs[ROUNDS / 2] / 1_000);
    assertThat(ours[0]).isAtLeast(0);
    assertWithMessage("median")
        .that(ours[ROUNDS / 2])
        .isAtMost(5 * theirs[ROUNDS / 2] + TimeUnit.MILLISECONDS.toNanos(1));
  }

  /** From the deadline until a callback runs, which costs the switch to another thread. */
  private static long latenessOfContext() throws InterruptedException {
    long[] end = new long[1];
    CountDownLatch ended = new CountDownLatch(1);
    long deadline = System.nanoTime() + NANOS;
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofNanos(NANOS))) {
      ctx.afterFunc(
          Runnable::run,
          () -> {
            end[0] = System.nanoTime();
            ended.countDown();
          });
      ended.await();
    }
    return end[0] - deadline;
  }

  private static long latenessOf(ScheduledExecutorService timer) throws Exception {
    long deadline = System.nanoTime() + NANOS;
    return timer.schedule(System::nanoTime, NANOS, TimeUnit.NANOSECONDS).get() - deadline;
  }
}
