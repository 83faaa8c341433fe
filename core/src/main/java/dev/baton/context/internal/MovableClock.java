package dev.baton.context.internal;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A clock that moves when it is told to, and the deadlines that follow it. */
public interface MovableClock {

  /** A root: the deadlines below it follow this clock. */
  Context background();

  /** Moves the clock, and ends what is due by then, in the order of the deadlines. */
  void advance(Duration by);

  /** A clock that stands at this time of day. */
  static MovableClock startingAt(Instant now) {
    try {
      // Only now: who starts no such clock pays nothing for it.
      Class.forName("dev.baton.context.ManualClock");
    } catch (ClassNotFoundException e) {
      throw new LinkageError("a class of this library is missing", e);
    }
    return requireNonNull(Maker.maker).apply(now);
  }

  /** For the class that implements this, when it is loaded: how such a clock is made. */
  static void provide(Function<Instant, MovableClock> maker) {
    Maker.maker = maker;
  }

  /** Where the maker is kept. */
  final class Maker {
    private static volatile @Nullable Function<Instant, MovableClock> maker;

    private Maker() {}
  }
}
