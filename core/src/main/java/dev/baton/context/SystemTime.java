package dev.baton.context;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The clock of the machine, and one daemon thread that rings its alarms.
 *
 * <p>The thread sleeps until the earliest alarm it knew when it went to sleep. Only an earlier one
 * wakes it; an alarm that is taken back does not, so a deadline that is not reached costs two
 * changes of a heap and no thread switch.
 */
final class SystemTime extends Time {
  static final SystemTime INSTANCE = new SystemTime();

  private final Object lock = new Object();

  /** Guarded by the lock. */
  private final AlarmHeap alarms = new AlarmHeap();

  /** Started by the first alarm, never ends. Guarded by the lock. */
  private @Nullable Thread ringer;

  /** Whether the ringer sleeps, or is about to, until it is woken. Guarded by the lock. */
  private boolean idle;

  /** When the ringer wakes next, unless idle. Guarded by the lock. */
  private long wakesAt;

  private SystemTime() {}

  @Override
  long nanos() {
    return System.nanoTime();
  }

  @Override
  Instant now() {
    return Instant.now();
  }

  @Override
  void set(Alarm alarm) {
    Thread toWake = null;
    synchronized (lock) {
      takeOutForgotten(alarms);
      if (ringer == null) {
        ringer = start(); // first, as it may fail: then the alarm is not set
      }
      alarms.add(alarm);
      if (idle || alarm.at - wakesAt < 0) {
        // While the ringer is awake wakesAt lies behind: it looks at the heap again by itself.
        idle = false;
        wakesAt = alarm.at;
        toWake = ringer;
      }
    }
    if (toWake != null) {
      LockSupport.unpark(toWake);
    }
  }

  @Override
  void unset(Alarm alarm) {
    synchronized (lock) {
      alarms.remove(alarm);
    }
  }

  private Thread start() {
    // No inherited thread locals: the thread outlives whoever happened to set the first alarm.
    Thread thread = new Thread(null, this::ringForEver, "baton-timer", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
    return thread;
  }

  private void ringForEver() {
    while (true) {
      try {
        ringNext();
      } catch (Throwable e) {
        Uncaught.report(e); // out of memory, say; the other deadlines still count
      }
    }
  }

  /** No alarm is in this frame while the thread sleeps: it would keep its context alive. */
  private void ringNext() {
    long sleep = untilNext();
    if (sleep <= 0) {
      ringIfDue();
    } else {
      LockSupport.parkNanos(this, sleep);
    }
    Thread.interrupted(); // nobody has a reason to interrupt this thread, and it must not spin
  }

  /** How long the ringer has to sleep; for ever if there is no alarm. */
  private long untilNext() {
    synchronized (lock) {
      Alarm first = alarms.first();
      idle = first == null;
      if (first == null) {
        return Long.MAX_VALUE;
      }
      long sleep = first.at - nanos();
      if (sleep > 0) {
        wakesAt = first.at;
      }
      return sleep;
    }
  }

  private void ringIfDue() {
    Alarm first;
    synchronized (lock) {
      first = alarms.first();
      if (first == null || first.at - nanos() > 0) {
        return; // taken back meanwhile
      }
      alarms.remove(first);
    }
    first.ring();
  }
}
