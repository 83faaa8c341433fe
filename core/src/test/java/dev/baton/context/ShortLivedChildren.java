package dev.baton.context;

import java.time.Duration;

/** Derives from one long-lived root more contexts than the heap of its JVM can hold at a time. */
final class ShortLivedChildren {
  private static final int MANY = 2_000_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private ShortLivedChildren() {}

  public static void main(String[] arguments) {
    CancellableContext root = Context.background().withCancel();
    for (int i = 0; i < MANY; i++) {
      try (CancellableContext closed = root.withTimeout(HOUR)) {
        closed.withCancel().afterFunc(Runnable::run, () -> {});
      }
      Context forgotten = root.withTimeout(HOUR).withCancel();
      for (int poll = 0; poll < 10; poll++) {
        check(!forgotten.isDone());
      }
    }
    check(root.cancel());
    System.out.println("children of each kind: " + MANY);
  }

  private static void check(boolean condition) {
    if (!condition) {
      throw new IllegalStateException();
    }
  }
}
