package dev.baton.context;

import dev.baton.context.internal.MovableClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until it is moved; whoever moves it rings the alarms that are due, each
 * at its own time, and runs the user code that waits for them.
 */
final class ManualClock extends Time implements MovableClock {
  private static final long START = 0;

  static {
    MovableClock.provide(ManualClock::new);
  }

  private final Instant start;
  private final Object lock = new Object();

  /** Guarded by the lock. */
  private final AlarmHeap alarms = new AlarmHeap();

  /** How far the clock has been asked to move. Guarded by the lock. */
  private long goal = START;

  /** Never goes back. Written under the lock. */
  private volatile long nanos = START;

  ManualClock(Instant start) {
    this.start = start;
  }

  @Override
  public Context background() {
    return new RootContext("ManualTime.background", this);
  }

  @Override
  public void advance(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("a clock does not go back: " + by);
    }
    long target = moveGoal(by);
    for (Alarm due = next(target); due != null; due = next(target)) {
      due.ring();
    }
  }

  private long moveGoal(Duration by) {
    synchronized (lock) {
      if (Nanos.saturated(by) > Nanos.FAR - goal) {
        throw new IllegalArgumentException(
            "a manual clock can be moved by 73 years in all, not by another " + by);
      }
      goal += by.toNanos();
      return goal;
    }
  }

  /** Moves to the next alarm until the target and takes it out; to the target if there is none. */
  private @Nullable Alarm next(long target) {
    synchronized (lock) {
      Alarm first = alarms.first();
      boolean due = first != null && first.at - target <= 0;
      nanos = Math.max(nanos, due ? first.at : target);
      if (!due) {
        return null;
      }
      alarms.remove(first);
      return first;
    }
  }

  @Override
  boolean runsUserCode() {
    return true;
  }

  @Override
  long nanos() {
    return nanos;
  }

  @Override
  Instant now() {
    return start.plusNanos(nanos);
  }

  @Override
  void set(Alarm alarm) {
    synchronized (lock) {
      takeOutForgotten(alarms);
      alarms.add(alarm);
    }
  }

  @Override
  void unset(Alarm alarm) {
    synchronized (lock) {
      alarms.remove(alarm);
    }
  }
}
