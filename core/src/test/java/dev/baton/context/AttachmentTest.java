package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Listeners that come and go on the same line of ancestors, each stopped where it matters. */
final class AttachmentTest {
  /** Lets the test in while an alarm is set; never rings. */
  private static final class GatedTime extends Time {
    private final AtomicInteger sets = new AtomicInteger();
    private final Runnable second;
    private final Runnable third;

    GatedTime(Runnable second, Runnable third) {
      this.second = second;
      this.third = third;
    }

    @Override
    long nanos() {
      return 0;
    }

    @Override
    Instant now() {
      return Instant.EPOCH;
    }

    @Override
    void set(Alarm alarm) {
      switch (sets.incrementAndGet()) {
        case 2 -> second.run();
        case 3 -> third.run();
        default -> {}
      }
    }

    @Override
    void unset(Alarm alarm) {}
  }

  /** Six contexts in a line but for the last two, which are siblings; no two share a lock. */
  private static final class Line {
    CancellableContext top;
    CancellableContext upper;
    CancellableContext middle;
    CancellableContext lower;
    CancellableContext one;
    CancellableContext two;

    Line(Time time) {
      do {
        top = new RootContext("Context.gated", time).withTimeout(Duration.ofSeconds(9));
        upper = top.withTimeout(Duration.ofSeconds(5));
        middle = upper.withCancel();
        lower = middle.withCancel();
        one = lower.withCancel();
        two = lower.withCancel();
      } while (!locksDiffer());
    }

    private boolean locksDiffer() {
      Set<Object> locks = Collections.newSetFromMap(new IdentityHashMap<>());
      for (CancellableContext each :
          new CancellableContext[] {top, upper, middle, lower, one, two}) {
        locks.add(each.lock());
      }
      return locks.size() == 6;
    }
  }

  /**
   * The first listener has connected the line up to the top when its context is cancelled, which
   * takes the line apart; a second listener has made it anew up to {@code upper} when the first
   * comes back to mark it. Who then listens to {@code middle} must not take it for connected.
   */
  @Test
  void promise24_aLineThatWasTakenApartAndHalfMadeAnewIsNotMarked() {
    CountDownLatch halfway = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Line[] line = new Line[1];
    Thread second = new Thread(() -> line[0].two.afterFunc(Runnable::run, () -> {}));
    GatedTime time =
        new GatedTime(
            () -> {
              line[0].one.cancel();
              second.start();
              Threads.await(halfway);
            },
            () -> {
              halfway.countDown();
              Threads.await(goOn);
            });
    line[0] = new Line(time);
    Thread first = new Thread(() -> line[0].one.afterFunc(Runnable::run, () -> {}));
    AtomicInteger ran = new AtomicInteger();
    Thread third = new Thread(() -> line[0].middle.afterFunc(Runnable::run, ran::incrementAndGet));

    first.start();
    Threads.await(halfway);
    Threads.untilEndedOrBlocked(first);
    third.start();
    Threads.untilEndedOrBlocked(third);
    assertThat(line[0].top.cancel()).isTrue();
    goOn.countDown();

    Threads.until(() -> !first.isAlive() && !second.isAlive() && !third.isAlive());
    assertThat(line[0].middle.isDone()).isTrue();
    assertThat(ran.get()).isEqualTo(1);
  }
}
