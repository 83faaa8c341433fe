package dev.baton.context;

import java.lang.ref.ReferenceQueue;
import java.time.Instant;

/**
 * The clock and the timer that the deadlines below one {@link BaseContext} follow: the one seam
 * between this package and the passing of time.
 */
abstract class Time {
  /**
   * Where the garbage collector puts the targets of alarms that polling had set and whose context
   * is gone; the alarms are taken out when the next one is set.
   */
  final ReferenceQueue<TimedContext> forgotten = new ReferenceQueue<>();

  /** A reading of the nanosecond clock: only differences mean anything. */
  abstract long nanos();

  /** The time of day, to turn instants into nanoseconds and back. */
  abstract Instant now();

  /** Sets an alarm. When its time has come {@link Alarm#ring()} is called, once. */
  abstract void set(Alarm alarm);

  /**
   * Whether the thread that rings the alarms is a user's, and runs what user code waits for them.
   */
  boolean runsUserCode() {
    return false;
  }

  /** Takes out what polling had set for contexts that are gone. */
  final void takeOutForgotten(AlarmHeap alarms) {
    for (Object gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
      alarms.remove(((Alarm.Weakly) gone).alarm);
    }
  }

  /** Takes an alarm back; nothing happens if it rang or was taken back before. */
  abstract void unset(Alarm alarm);
}
