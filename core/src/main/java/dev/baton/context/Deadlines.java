package dev.baton.context;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Derives contexts with deadlines, and turns readings of the nanosecond clock into instants.
 *
 * <p>A deadline counts in nanoseconds, which no change of the time of day can move. Instants given
 * by users are compared with each other as they are, so that what is later by a nanosecond is later
 * here too. The instant of a time-out is found out only if somebody asks, as most do not.
 */
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class Deadlines {
  private static final Duration NONE = Duration.ofNanos(Long.MAX_VALUE);

  private Deadlines() {}

  // --------------------------------------------------------------------------------- derive

  static CancellableContext after(Context parent, Duration timeout, @Nullable Throwable cause) {
    requireNonNull(timeout, "timeout");
    Time time = parent.base.time;
    TimedContext outer = timed(parent);
    long now = time.nanos();
    long delay = Nanos.delay(timeout);
    long nanos = now + delay;
    Instant instant = null;
    boolean outerEarlier = false;
    if (outer != null) {
      boolean bothFar = delay > Nanos.FAR && outer.nanos - now > Nanos.FAR;
      if (bothFar || outer.base.time != time) {
        instant = Nanos.plus(time.now(), timeout);
        outerEarlier = instantOf(outer).isBefore(instant);
      } else {
        outerEarlier = outer.nanos - nanos < 0;
      }
    }
    return born(
        outerEarlier
            ? new CancellableContext(parent)
            : new TimedContext(parent, nanos, timeout, cause, instant),
        nanos,
        delay <= 0);
  }

  static CancellableContext at(Context parent, Instant deadline, @Nullable Throwable cause) {
    requireNonNull(deadline, "deadline");
    Time time = parent.base.time;
    TimedContext outer = timed(parent);
    long now = time.nanos();
    long delay = Nanos.delay(Duration.between(time.now(), deadline));
    long nanos = now + delay;
    boolean outerEarlier = false;
    if (outer != null) {
      outerEarlier = instantOf(outer).isBefore(deadline);
      if (outer.base.time == time && outer.nanos - nanos < 0) {
        nanos = outer.nanos; // two readings of two clocks, and the time of day may have been set
      }
    }
    return born(
        outerEarlier
            ? new CancellableContext(parent)
            : new TimedContext(parent, nanos, deadline, cause, deadline),
        nanos,
        nanos - now <= 0);
  }

  /**
   * Ends a context whose deadline is past at birth, unless an ancestor ended before. Any other
   * finds out when it is asked; to ask the ancestors here would make a long chain a quadratic
   * matter.
   */
  private static CancellableContext born(CancellableContext child, long nanos, boolean past) {
    if (!past) {
      return child;
    }
    CancellableContext parent = child.node;
    if (parent != null && parent.endedByNow()) {
      child.settle(parent.endedBy());
    } else if (child instanceof TimedContext timed) {
      timed.settle(timed.deadlineExceeded());
    } else {
      child.settle(Cancellation.deadlineExceededAt(null, nanos));
    }
    return child;
  }

  /** Of the deadlines at or above two contexts the earlier one. */
  static @Nullable TimedContext earlier(
      @Nullable CancellableContext one, @Nullable CancellableContext other) {
    TimedContext first = one == null ? null : one.timed;
    TimedContext second = other == null ? null : other.timed;
    if (first == null || second == null || first == second) {
      return first == null ? second : first;
    }
    return instantOf(second).isBefore(instantOf(first)) ? second : first;
  }

  // -------------------------------------------------------------------------------- observe

  static @Nullable Instant of(Context context) {
    TimedContext timed = timed(context);
    return timed == null ? null : instantOf(timed);
  }

  static Duration remaining(Context context) {
    TimedContext timed = timed(context);
    if (timed == null) {
      return NONE;
    }
    long left = timed.nanos - timed.base.time.nanos();
    if (left <= 0) {
      timed.endedByNow(); // who has seen that no time is left must not see a live context then
      return Duration.ZERO;
    }
    if (left > Nanos.FAR) {
      Duration exact = Duration.between(timed.base.time.now(), instantOf(timed));
      left = Math.max(0, Nanos.saturated(exact));
    }
    return Duration.ofNanos(left);
  }

  /** The context at or above this one whose deadline is the earliest. */
  private static @Nullable TimedContext timed(Context context) {
    CancellableContext nearest = context.nearest();
    return nearest == null ? null : nearest.timed;
  }

  /**
   * The deadline as an instant, which is then kept. Those above are found out first, as none may be
   * later than what is above it although the time of day may be set between two readings.
   */
  private static Instant instantOf(TimedContext context) {
    Instant known = context.knownInstant();
    if (known != null) {
      return known;
    }
    Deque<TimedContext> unknown = new ArrayDeque<>();
    TimedContext at = context;
    while (at != null && at.knownInstant() == null) {
      unknown.push(at);
      at = at.node == null ? null : at.node.timed;
    }
    Instant limit = at == null ? Instant.MAX : requireNonNull(at.knownInstant());
    while (!unknown.isEmpty()) {
      at = unknown.pop();
      Instant reckoned = reckon(at);
      at.learnInstant(reckoned.isBefore(limit) ? reckoned : limit);
      limit = requireNonNull(at.knownInstant());
    }
    return limit;
  }

  private static Instant reckon(TimedContext context) {
    Time time = context.base.time;
    Duration timeout = (Duration) context.given();
    long start = context.nanos - Nanos.delay(timeout);
    Instant born = time.now().minusNanos(time.nanos() - start);
    return Nanos.plus(born, timeout);
  }
}
