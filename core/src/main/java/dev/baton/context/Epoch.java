package dev.baton.context;

/**
 * A time in which no watched context ends. What a poll has found out about a long line of
 * ancestors, all of them watched, holds until the next epoch begins.
 *
 * <p>A live context is watched while its state is an epoch. Races with who ends it: here the epoch
 * is read, then the ancestors are watched, if they are live. There the context is made {@link
 * #ENDING}, then a new epoch begins, then the end is set. So nobody who sees that end relies on an
 * epoch before, and nobody relies on the new one without having seen that the context is ending.
 */
final class Epoch {
  /** Watched, but nothing was noted about the context's own ancestors. */
  static final Epoch NONE = new Epoch();

  /** Live, but cannot be watched any more. */
  static final Epoch ENDING = new Epoch();

  private static volatile Epoch current = new Epoch();

  private Epoch() {}

  static Epoch current() {
    return current;
  }

  /** If two begin at once either may stay: both are new to whoever relies on one. */
  static void begin() {
    current = new Epoch();
  }
}
