package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Who tells the listeners of a context where more than one thread comes to it: the cancel that
 * ended it, before it returns. Each thread is stopped where it matters, by holding the lock of the
 * context that it goes to next.
 */
final class TellingTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Never rings by itself, and stands until it is moved. */
  private static final class HandTime extends Time {
    private final List<Alarm> alarms = new ArrayList<>();
    private long now;

    @Override
    long nanos() {
      return now;
    }

    @Override
    Instant now() {
      return Instant.EPOCH.plusNanos(now);
    }

    @Override
    void set(Alarm alarm) {
      alarms.add(alarm);
    }

    @Override
    void unset(Alarm alarm) {
      alarms.remove(alarm);
    }

    void reach(Duration sinceStart) {
      now = sinceStart.toNanos();
    }

    void ringAll() {
      List<Alarm> due = List.copyOf(alarms);
      alarms.clear();
      due.forEach(Alarm::ring);
    }
  }

  /** The thread that somebody else's cascade uses is held up in the first action that it runs. */
  private static final class Listeners {
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger ran = new AtomicInteger();
    private final CompletionStage<Void> stage;

    /** The action is told before the stage is. */
    Listeners(Context ctx, Supplier<Thread> ending) {
      stage = ctx.done();
      ctx.afterFunc(
          Runnable::run,
          () -> {
            if (Thread.currentThread() != ending.get()) {
              Threads.await(release);
            }
            ran.incrementAndGet();
          });
    }

    /** Whether a dependent runs at once, as it does on a stage that is complete. */
    boolean stageIsComplete() {
      AtomicInteger dependents = new AtomicInteger();
      stage.thenRun(dependents::incrementAndGet);
      return dependents.get() == 1;
    }
  }

  @Test
  void promise37_theCancelThatEndsItCompletesTheStageThoughAnotherAncestorEndsToo() {
    CancellableContext one = Context.background().withCancel();
    CancellableContext two = Context.background().withCancel();
    while (one.lock() == two.lock()) {
      two = Context.background().withCancel();
    }
    CancellableContext joined = one.withCancelOn(two);
    while (joined.lock() == one.lock()) {
      joined = one.withCancelOn(two);
    }
    Thread first = new Thread(one::close);
    Thread second = new Thread(two::close);
    Listeners listeners = new Listeners(joined, () -> first);

    synchronized (one.lock()) {
      first.start();
      Threads.untilEndedOrBlocked(first);
      assertThat(joined.isDone()).isTrue(); // with the first, which has yet to come here
      second.start();
      Threads.untilEndedOrBlocked(second);
    }
    Threads.until(() -> !first.isAlive());

    assertThat(listeners.stageIsComplete()).isTrue();
    listeners.release.countDown();
    Threads.until(() -> !second.isAlive());
    assertThat(listeners.ran.get()).isEqualTo(1);
  }

  @Test
  void promise37_theCancelThatEndsItCompletesTheStageThoughTheAlarmRings() {
    HandTime time = new HandTime();
    CancellableContext parent = new RootContext("Context.hand", time).withCancel();
    CancellableContext timed = parent.withTimeout(SECOND);
    while (timed.lock() == parent.lock()) {
      timed = parent.withTimeout(SECOND);
    }
    Thread canceller = new Thread(parent::close);
    Listeners listeners = new Listeners(timed, () -> canceller);

    synchronized (parent.lock()) {
      canceller.start();
      Threads.untilEndedOrBlocked(canceller);
      time.reach(SECOND);
      assertThat(timed.err()).isEqualTo(ContextError.CANCELLED);
      time.ringAll();
    }
    Threads.until(() -> !canceller.isAlive());

    assertThat(listeners.stageIsComplete()).isTrue();
    listeners.release.countDown();
    Threads.until(() -> listeners.ran.get() == 1);
  }

  /**
   * A listener stops and is about to unlink the context, which nobody listens to; then somebody
   * does, and a poll sets the state. The context must stay linked, or the cascade misses it.
   */
  @Test
  void promise24_whoStopsDoesNotUnlinkAContextThatAPollHasEnded() {
    CancellableContext top;
    CancellableContext parent;
    CancellableContext child;
    do {
      top = Context.background().withCancel();
      parent = top.withCancel();
      child = parent.withCancel();
    } while (!differ(top.lock(), parent.lock(), child.lock()));
    AtomicInteger ran = new AtomicInteger();
    parent.afterFunc(Runnable::run, () -> {});
    Registration first = child.afterFunc(Runnable::run, () -> {});
    Thread stopper = new Thread(first::close);
    Thread canceller = new Thread(top::close);

    synchronized (top.lock()) {
      synchronized (parent.lock()) {
        stopper.start();
        Threads.untilEndedOrBlocked(stopper);
        child.afterFunc(Runnable::run, ran::incrementAndGet);
        canceller.start();
        Threads.untilEndedOrBlocked(canceller);
        assertThat(child.isDone()).isTrue();
      }
      Threads.until(() -> !stopper.isAlive());
    }
    Threads.until(() -> !canceller.isAlive());

    assertThat(ran.get()).isEqualTo(1);
  }

  private static boolean differ(Object... locks) {
    Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(distinct, locks);
    return distinct.size() == locks.length;
  }
}
