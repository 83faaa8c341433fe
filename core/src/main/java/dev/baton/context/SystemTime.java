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

  private void ringNext() {
    Alarm due = null;
    long sleep = 0;
    synchronized (lock) {
      Alarm first = alarms.first();
      if (first == null) {
        idle = true;
      } else {
        idle = false;
        sleep = first.at - nanos();
        if (sleep <= 0) {
          alarms.remove(first);
          due = first;
        } else {
          wakesAt = first.at;
        }
      }
    }
    if (due != null) {
      due.ring();
    } else if (sleep > 0) {
      LockSupport.parkNanos(this, sleep);
    } else {
      LockSupport.park(this);
    }
    Thread.interrupted(); // nobody has a reason to interrupt this thread, and it must not spin
  }
}
