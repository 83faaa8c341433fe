package dev.baton.context.jcstress;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Waits in actors that meet a deadline, where parking would be too coarse. */
final class Spin {
  /** How long to wait for what is lost, in seconds; only a broken build waits that long. */
  static final int LOST = 10;

  private Spin() {}

  /** Returns whether it is so, at last; false after {@link #LOST} seconds. */
  static boolean until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LOST)) {
        return false;
      }
      Thread.onSpinWait();
    }
    return true;
  }

  /** What the other actor has made. */
  static <T> T published(AtomicReference<T> by) {
    until(() -> by.get() != null);
    return by.get();
  }
}
