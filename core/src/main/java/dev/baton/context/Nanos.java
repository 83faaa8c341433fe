package dev.baton.context;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Arithmetic on durations and instants that saturates where the JDK's would throw. */
final class Nanos {
  /**
   * The longest delay that is added to a reading of the nanosecond clock: 146 years. Readings are
   * compared by their difference, which must not overflow even between two such deadlines.
   */
  static final long LONGEST_DELAY = Long.MAX_VALUE / 2;

  /** Beyond this distance (73 years) instants are compared, as nanoseconds may be cut short. */
  static final long FAR = LONGEST_DELAY / 2;

  /** What {@code toNanos} could hold at most: 292 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private static final Duration SHORTEST = Duration.ofNanos(Long.MIN_VALUE);

  private Nanos() {}

  static long saturated(Duration duration) {
    if (duration.compareTo(LONGEST) >= 0) {
      return Long.MAX_VALUE;
    }
    if (duration.compareTo(SHORTEST) <= 0) {
      return Long.MIN_VALUE;
    }
    return duration.toNanos();
  }

  /**
   * A delay in nanoseconds that may be added to a reading of the clock. What is past is cut shorter
   * than what is to come: a deadline far in the past gets older, and its distance to the latest
   * there can be must not overflow while the JVM runs.
   */
  static long delay(Duration duration) {
    return Math.max(-FAR, Math.min(LONGEST_DELAY, saturated(duration)));
  }

  /** {@code start + duration}, or the last or first instant there is. */
  static Instant plus(Instant start, Duration duration) {
    try {
      return start.plus(duration);
    } catch (DateTimeException | ArithmeticException e) {
      return duration.isNegative() ? Instant.MIN : Instant.MAX;
    }
  }
}
