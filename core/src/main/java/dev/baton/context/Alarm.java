package dev.baton.context;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** An entry of a timer: rings at the deadline of one context. */
final class Alarm {
  static final int NOT_SET = -1;

  /** Reading of the nanosecond clock at which it rings. */
  final long at;

  /** Position in the {@link AlarmHeap}, guarded by the heap's owner. */
  int position = NOT_SET;

  /**
   * The context while somebody listens to it; a {@link Weakly} while it is only polled, so that a
   * timer does not keep alive what everybody else has forgotten. Written under the context's lock.
   */
  private volatile Object target;

  private Alarm(long at) {
    this.at = at;
    this.target = this; // replaced before it is set
  }

  static Alarm strongly(TimedContext context) {
    Alarm alarm = new Alarm(context.nanos);
    alarm.target = context;
    return alarm;
  }

  static Alarm weakly(TimedContext context, ReferenceQueue<TimedContext> forgotten) {
    Alarm alarm = new Alarm(context.nanos);
    alarm.target = new Weakly(context, alarm, forgotten);
    return alarm;
  }

  void hold(TimedContext context) {
    if (target != context) {
      target = context;
    }
  }

  /** Ends the context; called without a lock. */
  void ring() {
    TimedContext context = context();
    if (context != null) {
      context.expire();
    }
  }

  private @Nullable TimedContext context() {
    Object held = target;
    return held instanceof Weakly weakly ? weakly.get() : (TimedContext) held;
  }

  /** Leads from a collected context to the alarm that is left over. */
  static final class Weakly extends WeakReference<TimedContext> {
    final Alarm alarm;

    Weakly(TimedContext context, Alarm alarm, ReferenceQueue<TimedContext> forgotten) {
      super(context, forgotten);
      this.alarm = alarm;
    }
  }
}
