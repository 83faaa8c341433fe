package dev.baton.context;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread that waits for the end of a context. */
final class Waiter extends Listener {
  private final Thread thread = Thread.currentThread();

  private Waiter() {}

  /** Waits without limit; a null context never ends. */
  static void await(@Nullable CancellableContext context) throws InterruptedException {
    await(context, false, 0);
  }

  /** Returns whether the context is done; false if the time is up. */
  static boolean await(@Nullable CancellableContext context, Duration atMost)
      throws InterruptedException {
    return await(context, true, Nanos.delay(atMost));
  }

  private static boolean await(@Nullable CancellableContext context, boolean limited, long delay)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (limited && delay <= 0) {
      return context != null && context.ended();
    }
    // The limit is the caller's own time, whatever clock the deadlines of the context follow.
    long until = limited ? System.nanoTime() + delay : 0;
    Waiter waiter = new Waiter();
    if (context != null && !listen(context, waiter)) {
      return true;
    }
    try {
      while (context == null || !context.ended()) {
        long left = limited ? until - System.nanoTime() : Long.MAX_VALUE;
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(context == null ? waiter : context, left);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      return true;
    } finally {
      if (context != null) {
        forget(context, waiter);
      }
    }
  }

  @Override
  boolean runsUserCode() {
    return false;
  }

  @Override
  void contextDone() {
    LockSupport.unpark(thread);
  }
}
