package dev.baton.context.testing;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.internal.MovableClock;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that stands still until the test moves it, so that a test of a deadline neither waits nor
 * depends on how busy the machine is.
 *
 * <pre>{@code
 * ManualTime time = ManualTime.start(Instant.parse("2026-01-01T00:00:00Z"));
 * try (CancellableContext ctx = time.background().withTimeout(Duration.ofSeconds(3))) {
 *   time.advance(Duration.ofSeconds(3));
 *   assertEquals(ContextError.DEADLINE_EXCEEDED, ctx.err());
 * }
 * }</pre>
 *
 * <p>All contexts derived from {@link #background()} follow it: {@code deadline()}, {@code
 * remaining()}, when they end. What has a time-out of its own does not, {@code awaitDone(Duration)}
 * for one: that is the time this thread waits.
 *
 * <p>Safe for use by several threads. Go has no such root; its tests replace the clock of the whole
 * program (package testing/synctest).
 */
public final class ManualTime {
  private final MovableClock clock;

  private ManualTime(MovableClock clock) {
    this.clock = clock;
  }

  /**
   * A clock that stands at this time of day.
   *
   * @throws NullPointerException if it is null
   */
  public static ManualTime start(Instant now) {
    return new ManualTime(MovableClock.startingAt(requireNonNull(now, "now")));
  }

  /** A context without deadline and values that is never done, as {@link Context#background()}. */
  public Context background() {
    return clock.background();
  }

  /**
   * Moves the clock forward. Contexts whose deadline it reaches end in the order of their
   * deadlines, each while the clock stands at its own; then who listens to them is told, as by a
   * cancel on this thread: stages of {@code done()} are complete when this returns, what is
   * registered with a direct executor has run, and what runs on a thread of its own is on its way.
   *
   * @param by how far; zero moves nothing
   * @throws IllegalArgumentException if it is negative, or the clock would have moved by more than
   *     73 years in all; the clock then stays where it is
   * @throws NullPointerException if it is null
   */
  public void advance(Duration by) {
    clock.advance(requireNonNull(by, "by"));
  }
}
