package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds while the timer has not got round to ringing: with a clock that the test moves. */
final class LateTimerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Never rings by itself. */
  private static final class StoppedTime extends Time {
    private Instant start = Instant.parse("2026-01-01T00:00:00Z");
    private final Set<Alarm> alarms = new LinkedHashSet<>();
    private final long origin;
    private long passed;
    private Runnable onNextNow = () -> {};
    private boolean failsOnce;

    StoppedTime(long origin) {
      this.origin = origin;
    }

    @Override
    long nanos() {
      return origin + passed;
    }

    @Override
    Instant now() {
      Runnable meanwhile = onNextNow;
      onNextNow = () -> {};
      meanwhile.run();
      return start.plusNanos(passed);
    }

    @Override
    void set(Alarm alarm) {
      if (failsOnce) {
        failsOnce = false;
        throw new OutOfMemoryError("no thread");
      }
      assertThat(alarms.add(alarm)).isTrue();
    }

    @Override
    void unset(Alarm alarm) {
      alarms.remove(alarm);
    }

    void pass(Duration time) {
      passed += time.toNanos();
    }

    void ringAll() {
      Set<Alarm> due = new LinkedHashSet<>(alarms);
      alarms.clear();
      due.forEach(Alarm::ring);
    }
  }

  private final StoppedTime time = new StoppedTime(Long.MAX_VALUE - SECOND.toNanos() / 2);
  private final Context root = new RootContext("Context.stopped", time);

  @Test
  void promise5_theDeadlineThatTwoReckonAtOnceIsThatOfTheFirst() {
    CancellableContext ctx = root.withTimeout(SECOND);
    List<Optional<Instant>> first = new ArrayList<>();
    time.onNextNow =
        () -> {
          first.add(ctx.deadline());
          time.start = time.start.plusMillis(1); // somebody sets the time of day
        };
    assertThat(ctx.deadline()).isEqualTo(first.get(0));
    assertThat(ctx.deadline()).isEqualTo(first.get(0));
  }

  @Test
  void promise7_anAlarmThatCouldNotBeSet() {
    CancellableContext ctx = root.withTimeout(SECOND);
    poll(ctx, 7);
    time.failsOnce = true;
    assertThrows(OutOfMemoryError.class, ctx::isDone);
    time.pass(SECOND);
    time.ringAll();
    assertThat(ctx.isDone()).isTrue();
  }

  @Test
  void promise36_aStageOfBeforeIsCompleteForWhoAwaitsIt() throws Exception {
    CancellableContext ctx = root.withTimeout(SECOND);
    CompletionStage<Void> stage = ctx.done();
    time.pass(SECOND);
    assertThat(ctx.remaining()).isEqualTo(Duration.ZERO);
    assertThat(ctx.isDone()).isTrue();
    assertThat(ctx.await(stage)).isNull(); // although the alarm has still to complete it
    assertThat(root.await(stage)).isNull();
  }

  @Test
  void promise17_cancelAsksTheClock() {
    Exception slow = new Exception("slow");
    CancellableContext ctx = root.withTimeout(SECOND, slow);
    CancellableContext below = ctx.withCancel();
    AtomicInteger ran = new AtomicInteger();
    below.afterFunc(Runnable::run, ran::incrementAndGet);
    time.pass(SECOND);

    assertThat(below.cancel(new Exception("late"))).isFalse();
    assertThat(ctx.cancel(new Exception("late"))).isFalse();

    assertThat(ctx.cause()).isSameInstanceAs(slow);
    assertThat(below.cause()).isSameInstanceAs(slow);
    assertThat(ran.get()).isEqualTo(0); // the alarm still has to tell, on a callback thread
    time.ringAll();
    Threads.until(() -> ran.get() == 1);
  }

  @Test
  void promise17_aParentCancelledAfterTheDeadlineButBeforeTheAlarm() {
    Exception slow = new Exception("slow");
    CancellableContext parent = root.withCancel();
    CancellableContext timed = parent.withTimeout(SECOND, slow);
    AtomicInteger ran = new AtomicInteger();
    timed.withCancel().afterFunc(Runnable::run, ran::incrementAndGet);
    time.pass(SECOND);

    assertThat(parent.cancel()).isTrue();

    assertThat(ran.get()).isEqualTo(1);
    assertThat(timed.cause()).isSameInstanceAs(slow);
    assertThat(time.alarms).isEmpty();
  }

  @Test
  void promise20_derivingAsksTheClock() {
    Exception slow = new Exception("slow");
    CancellableContext parent = root.withTimeout(SECOND, slow);
    parent.afterFunc(() -> {});
    time.pass(SECOND.multipliedBy(2));
    assertThat(parent.withTimeout(Duration.ZERO, new Exception("own")).cause())
        .isSameInstanceAs(slow);
    assertThat(parent.isDone()).isTrue();
  }

  @Test
  void promise21_noTimeLeftMeansDone() {
    CancellableContext ctx = root.withTimeout(SECOND);
    ctx.afterFunc(() -> {});
    time.pass(SECOND.minusNanos(1));
    assertThat(ctx.remaining()).isEqualTo(Duration.ofNanos(1));
    time.pass(Duration.ofNanos(1));
    assertThat(ctx.remaining()).isEqualTo(Duration.ZERO);
    assertThat(ctx.isDone()).isTrue();
  }

  @Test
  void promise21_aDeadlineIsToTheNanosecond() {
    CancellableContext ctx = root.withTimeout(SECOND);
    assertThat(ctx.deadline()).hasValue(time.start.plusSeconds(1));
    time.pass(SECOND.minusNanos(1));
    assertThat(ctx.isDone()).isFalse();
    time.pass(Duration.ofNanos(1));
    assertThat(ctx.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
  }

  @Test
  void promise21_whoeverSetsTheTimeOfDayMovesNoDeadline() {
    for (Duration jump : List.of(Duration.ofDays(1), Duration.ofDays(-2))) {
      Instant deadline = root.withTimeout(SECOND).deadline().orElseThrow();
      CancellableContext timed = root.withTimeout(SECOND);
      CancellableContext until = root.withDeadline(deadline);
      time.start = time.start.plus(jump);
      for (CancellableContext ctx : List.of(timed, until)) {
        assertThat(ctx.remaining()).isEqualTo(SECOND);
        time.pass(SECOND.minusNanos(1));
        assertThat(ctx.isDone()).isFalse();
        time.pass(Duration.ofNanos(1));
        assertThat(ctx.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
        time.passed -= SECOND.toNanos();
      }
      assertThat(until.deadline()).hasValue(deadline);
    }
  }

  @Test
  void promise15_everyWayOutTakesTheAlarmBack() {
    CancellableContext parent = root.withCancel();
    CancellableContext ctx = parent.withTimeout(SECOND);
    assertThat(time.alarms).isEmpty();
    Registration registration = ctx.withCancel().afterFunc(() -> {});
    assertThat(time.alarms).hasSize(1);
    assertThat(registration.stop()).isTrue();
    assertThat(time.alarms).isEmpty();
    ctx.afterFunc(() -> {});
    assertThat(time.alarms).hasSize(1);
    ctx.cancel();
    assertThat(time.alarms).isEmpty();
    CancellableContext polled = parent.withTimeout(SECOND);
    poll(polled, 8);
    assertThat(time.alarms).hasSize(1);
    parent.cancel();
    assertThat(polled.isDone()).isTrue();
    assertThat(time.alarms).isEmpty();
  }

  @Test
  void promise31_theEighthPollSetsTheAlarm() {
    CancellableContext ctx = root.withTimeout(SECOND);
    Context below = ctx.withCancel();
    poll(below, 7);
    assertThat(time.alarms).isEmpty();
    poll(below, 1);
    assertThat(time.alarms).hasSize(1);
    poll(ctx, 8);
    assertThat(time.alarms).hasSize(1);
    time.pass(SECOND);
    time.ringAll();
    assertThat(below.isDone()).isTrue();
  }

  @Test
  void promise24_aListenerAfterThePollsIsToldByTheSameAlarm() {
    CancellableContext ctx = root.withTimeout(SECOND);
    poll(ctx, 8);
    AtomicInteger ran = new AtomicInteger();
    ctx.afterFunc(Runnable::run, ran::incrementAndGet);
    assertThat(time.alarms).hasSize(1);
    time.pass(SECOND);
    time.ringAll();
    Threads.until(() -> ran.get() == 1);
  }

  private static void poll(Context ctx, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(ctx.isDone()).isFalse();
    }
  }
}
