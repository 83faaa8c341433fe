package dev.baton.context.testing;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextError;
import dev.baton.context.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ManualTimeTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualTime time = ManualTime.start(NOW);
  private final Context root = time.background();

  @Test
  void aDeadlineIsReachedWhenTheTestSaysSo() {
    try (CancellableContext ctx = root.withTimeout(SECOND)) {
      assertThat(ctx.deadline()).hasValue(NOW.plusSeconds(1));
      time.advance(SECOND.minusNanos(1));
      assertThat(ctx.err()).isNull();
      assertThat(ctx.remaining()).isEqualTo(Duration.ofNanos(1));
      time.advance(Duration.ofNanos(1));
      assertThat(ctx.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      assertThat(ctx.remaining()).isEqualTo(Duration.ZERO);
    }
  }

  @Test
  void listenersAreToldBeforeAdvanceReturns() {
    try (CancellableContext ctx = root.withDeadline(NOW.plusSeconds(2))) {
      CompletableFuture<Void> done = ctx.withCancel().done().toCompletableFuture();
      List<Thread> ranOn = new ArrayList<>();
      ctx.afterFunc(Runnable::run, () -> ranOn.add(Thread.currentThread()));
      time.advance(SECOND);
      assertThat(done.isDone()).isFalse();
      time.advance(SECOND);
      assertThat(done.isDone()).isTrue();
      assertThat(ranOn).containsExactly(Thread.currentThread());
    }
  }

  @Test
  void manyListenersAreToldBeforeAdvanceReturns() {
    int many = 10_000;
    AtomicInteger told = new AtomicInteger();
    try (CancellableContext ctx = root.withTimeout(SECOND)) {
      for (int i = 0; i < many; i++) {
        ctx.withCancel().afterFunc(Runnable::run, told::incrementAndGet);
      }
      time.advance(SECOND);
      assertThat(told.get()).isEqualTo(many);
    }
  }

  @Test
  void whatRunsOnAThreadOfItsOwnIsOnItsWay() {
    AtomicInteger told = new AtomicInteger();
    try (CancellableContext ctx = root.withTimeout(SECOND)) {
      ctx.afterFunc(told::incrementAndGet);
      time.advance(SECOND);
      Threads.until(() -> told.get() == 1);
    }
  }

  @Test
  void deadlinesEndInTheirOrderEachAtItsOwnTime() {
    List<String> ends = new ArrayList<>();
    for (int seconds : new int[] {3, 1, 2}) {
      root.withTimeout(Duration.ofSeconds(seconds))
          .afterFunc(Runnable::run, () -> ends.add(seconds + " at " + now()));
    }
    time.advance(Duration.ofSeconds(5));
    assertThat(ends)
        .containsExactly(
            "1 at " + NOW.plusSeconds(1),
            "2 at " + NOW.plusSeconds(2),
            "3 at " + NOW.plusSeconds(3))
        .inOrder();
    assertThat(now()).isEqualTo(NOW.plusSeconds(5));
  }

  /** The time of day, as whoever derives a deadline sees it. */
  private Instant now() {
    try (CancellableContext ctx = root.withTimeout(Duration.ofDays(1))) {
      return ctx.deadline().orElseThrow().minus(Duration.ofDays(1));
    }
  }

  @Test
  void aDeadlineThatAListenerDerivesCountsFromTheTimeOfItsEnd() {
    AtomicInteger retries = new AtomicInteger();
    root.withTimeout(SECOND).afterFunc(Runnable::run, () -> retry(retries));
    time.advance(Duration.ofSeconds(4));
    assertThat(retries.get()).isEqualTo(3);
  }

  private void retry(AtomicInteger retries) {
    root.withTimeout(SECOND)
        .afterFunc(
            Runnable::run,
            () -> {
              retries.incrementAndGet();
              retry(retries);
            });
  }

  @Test
  void aListenerMayMoveTheClockToo() {
    CancellableContext later = root.withTimeout(Duration.ofSeconds(10));
    later.afterFunc(() -> {});
    root.withTimeout(SECOND).afterFunc(Runnable::run, () -> time.advance(Duration.ofSeconds(6)));
    time.advance(Duration.ofSeconds(4));
    assertThat(later.isDone()).isTrue();
    assertThat(now()).isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void severalMoveItAtOnce() {
    CancellableContext ctx = root.withTimeout(Duration.ofSeconds(4_000));
    AtomicInteger told = new AtomicInteger();
    ctx.afterFunc(Runnable::run, told::incrementAndGet);
    Threads.Body thousandTimes =
        () -> {
          for (int i = 0; i < 1_000; i++) {
            time.advance(SECOND);
          }
        };
    Threads.together(thousandTimes, thousandTimes, thousandTimes);
    assertThat(ctx.isDone()).isFalse();
    assertThat(now()).isEqualTo(NOW.plusSeconds(3_000));
    Threads.together(thousandTimes);
    assertThat(told.get()).isEqualTo(1);
  }

  @Test
  void whatIsPolledEndsToo() {
    CancellableContext ctx = root.withTimeout(SECOND);
    for (int i = 0; i < 20; i++) {
      assertThat(ctx.isDone()).isFalse();
    }
    time.advance(SECOND);
    assertThat(ctx.isDone()).isTrue();
  }

  @Test
  void whoWaitsIsWoken() {
    CancellableContext ctx = root.withTimeout(SECOND);
    CompletableFuture<Void> waiter = Threads.start(ctx::awaitDone);
    time.advance(SECOND);
    Threads.join(waiter);
  }

  @Test
  void theClocksOfTwoTestsAreIndependent() {
    CancellableContext other = ManualTime.start(NOW).background().withTimeout(SECOND);
    CancellableContext machines = Context.background().withTimeout(Duration.ofHours(1));
    time.advance(Duration.ofDays(1));
    assertThat(other.isDone()).isFalse();
    assertThat(machines.isDone()).isFalse();
    machines.cancel();
  }

  @Test
  void whatIsDetachedStillFollowsIt() {
    CancellableContext ctx = root.withCancel().withoutCancel().withTimeout(SECOND);
    time.advance(SECOND);
    assertThat(ctx.isDone()).isTrue();
  }

  @Test
  void rootsAreNeverDone() {
    time.advance(Duration.ofDays(365 * 70));
    assertThat(root.isDone()).isFalse();
    assertThat(root.deadline()).isEmpty();
    assertThat(root.toString()).isEqualTo("ManualTime.background");
  }

  @Test
  void itDoesNotGoBackNorTooFar() {
    CancellableContext ctx = root.withTimeout(SECOND);
    assertThrows(IllegalArgumentException.class, () -> time.advance(Duration.ofNanos(-1)));
    assertThrows(IllegalArgumentException.class, () -> time.advance(Duration.ofDays(365 * 80)));
    assertThrows(
        IllegalArgumentException.class, () -> time.advance(Duration.ofSeconds(Long.MAX_VALUE)));
    time.advance(Duration.ZERO);
    assertThat(ctx.isDone()).isFalse();
    assertThat(now()).isEqualTo(NOW);
    assertThrows(NullPointerException.class, () -> time.advance(null));
    assertThrows(NullPointerException.class, () -> ManualTime.start(null));
  }
}
