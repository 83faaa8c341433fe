package dev.baton.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A context with a deadline of its own, which is never later than those above it.
 *
 * <p>Its alarm is set when somebody listens, and by polling: the first few polls ask the clock, the
 * next sets the alarm, after which a poll reads one field.
 */
final class TimedContext extends CancellableContext {
  /** The poll after so many sets the alarm. */
  private static final int CLOCK_POLLS = 7;

  private static final VarHandle TERMS;

  static {
    try {
      TERMS = MethodHandles.lookup().findVarHandle(TimedContext.class, "terms", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The deadline as a reading of the nanosecond clock of {@code base.time}. */
  final long nanos;

  /**
   * What was given: a {@link Duration}, an {@link Instant}, or {@link Terms} where there is more to
   * keep. A Duration gives way to Terms when somebody asks for the deadline as an instant.
   */
  private volatile Object terms;

  /** Set while the timer has an alarm for this context. Written under {@link #lock()}. */
  private volatile @Nullable Alarm alarm;

  /**
   * More than one thing given or found out about a deadline.
   *
   * @param given a Duration or an Instant
   * @param cause for when this deadline ends the context
   * @param instant the deadline as a time of day, if it is known yet
   */
  private record Terms(Object given, @Nullable Throwable cause, @Nullable Instant instant) {}

  /**
   * Derives with a deadline.
   *
   * @param given the Duration or the Instant that was given
   * @param instant the deadline as an instant, if it is known already
   */
  TimedContext(
      Context parent,
      long nanos,
      Object given,
      @Nullable Throwable cause,
      @Nullable Instant instant) {
    super(parent);
    this.nanos = nanos;
    boolean plain = cause == null && (instant == null || instant == given);
    this.terms = plain ? given : new Terms(given, cause, instant);
  }

  // ------------------------------------------------------------------------------- deadline

  /** The deadline as an instant, if that was given or found out before. */
  @Nullable Instant knownInstant() {
    Object now = terms;
    if (now instanceof Terms more) {
      return more.instant;
    }
    return now instanceof Instant instant ? instant : null;
  }

  /**
   * Keeps the deadline as an instant, unless one is known.
   *
   * <p>Two that reckon it at once get two instants, as each reads the clock: the first to come here
   * stays, whether the second finds it in the terms or loses the compare-and-set to it.
   */
  void learnInstant(Instant instant) {
    Object before = terms;
    if (before instanceof Instant || (before instanceof Terms known && known.instant != null)) {
      return;
    }
    Terms after =
        before instanceof Terms more
            ? new Terms(more.given, more.cause, instant)
            : new Terms(before, null, instant);
    TERMS.compareAndSet(this, before, after); // who loses takes what the other has found
  }

  /** What was given: a Duration or an Instant. */
  Object given() {
    Object now = terms;
    return now instanceof Terms more ? more.given : now;
  }

  /** How this context ends when its own deadline passes. */
  Cancellation deadlineExceeded() {
    Throwable cause = terms instanceof Terms more ? more.cause : null;
    return Cancellation.deadlineExceededAt(cause, nanos);
  }

  /** Whether the clock says that the deadline has passed. */
  boolean pastDeadline() {
    return pastDeadline(base.time.nanos());
  }

  boolean pastDeadline(long now) {
    return now - nanos >= 0;
  }

  /** As {@link #pastDeadline()}, but leaves it to the alarm where that is set. */
  boolean pollsPastDeadline() {
    if (alarm != null) {
      return false;
    }
    if (pastDeadline()) {
      return true;
    }
    if (polls < CLOCK_POLLS) {
      polls++;
    } else {
      setIdleAlarm();
    }
    return false;
  }

  // ---------------------------------------------------------------------------------- alarm

  /** Somebody listens: the alarm is set, and holds this context. Under {@link #lock()}. */
  void setAlarm() {
    Alarm set = alarm;
    if (set != null) {
      set.hold(this);
    } else {
      set(Alarm.strongly(this));
    }
  }

  /** Nobody listens any more. Under {@link #lock()}. */
  void unsetAlarm() {
    Alarm set = alarm;
    if (set != null) {
      alarm = null;
      base.time.unset(set);
    }
  }

  private void set(Alarm wanted) {
    // If this fails, for want of a thread or of memory, polls go on asking the clock. It may ring
    // before it is noted here: whoever it tells sees no alarm then, and takes it back afterwards.
    base.time.set(wanted);
    alarm = wanted;
  }

  /**
   * Sets the alarm for those who poll.
   *
   * <p>Races with whoever ends this context: here the alarm is set, then the state read again;
   * there the state is set, then the alarm read. One of the two takes it back, unless somebody
   * listens: then whoever empties the list does.
   */
  private void setIdleAlarm() {
    synchronized (lock()) {
      if (settled() || alarm != null) {
        return;
      }
      set(Alarm.weakly(this, base.time.forgotten));
    }
    if (settled()) {
      unsetIdleAlarm();
    }
  }

  boolean alarmIsSet() {
    return alarm != null;
  }

  /** Takes the alarm back if nobody listens. */
  void unsetIdleAlarm() {
    if (alarm == null || head != null) {
      return;
    }
    synchronized (lock()) {
      if (head == null) {
        unsetAlarm();
      }
    }
  }

  /** The alarm rang, on the thread of whoever rings. */
  void expire() {
    // Somebody who polled may have ended this context before, and left those who listen to us.
    Ancestry.settle(this);
    Cascade.runAtAlarm(this);
  }

  @Override
  void describe(StringBuilder chain) {
    Object given = given();
    chain.append(given instanceof Duration ? ".withTimeout(" : ".withDeadline(");
    chain.append(given).append(')');
  }
}
