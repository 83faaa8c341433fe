package dev.baton.context.concurrent;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import org.jspecify.annotations.Nullable;

/**
 * The interrupt that the end of a context sends to a thread, while that does one piece of work.
 *
 * <p>A thread has one interrupt flag for all who interrupt it. Whose it is, is found out when ours
 * is sent: if the flag is set by then, it is that of others, and stays. Work may be nested; then an
 * interrupt of the outer context is that of others for the inner work, also if it comes second.
 *
 * <p>The race is with the end of the work. Here the interrupt is sent under a lock, and not at all
 * once the work is over. There, on the thread that works, the lock is taken to say so, which waits
 * for an interrupt that is being sent. So none is sent after the work.
 */
final class Interruption implements Runnable {
  private static final ThreadLocal<@Nullable Interruption> INNERMOST = new ThreadLocal<>();

  private final Thread thread = Thread.currentThread();

  /** That of the work in which this work is nested, if any. */
  private final @Nullable Interruption outer;

  /**
   * One for all works that are nested in each other. A monitor, as waiting for one leaves the
   * interrupt flag alone; a Lock takes the flag away for a moment, in which it could be misread.
   */
  private final Object lock;

  /** That of the work that is nested in this work at the moment; guarded by {@link #lock}. */
  private @Nullable Interruption inner;

  /** Guarded by {@link #lock}. */
  private boolean sent;

  /** Others have sent an interrupt that may be pending still; guarded by {@link #lock}. */
  private boolean others;

  /** Guarded by {@link #lock}. */
  private boolean over;

  /** Set once, by the thread that works. */
  private @Nullable Registration registration;

  private Interruption(@Nullable Interruption outer) {
    this.outer = outer;
    this.lock = outer == null ? new Object() : outer.lock;
  }

  /** From now on this thread is interrupted when the context is done. */
  static Interruption whenDone(Context ctx) {
    Interruption interruption = new Interruption(INNERMOST.get());
    interruption.begin();
    interruption.registration = ctx.afterFunc(Runnable::run, interruption);
    return interruption;
  }

  private void begin() {
    INNERMOST.set(this);
    if (outer != null) {
      synchronized (lock) {
        outer.inner = this;
      }
    }
  }

  /** The context is done. On the thread that cancels: nothing here waits or runs code of users. */
  @Override
  public void run() {
    synchronized (lock) {
      if (over) {
        return;
      }
      sent = true;
      others = thread.isInterrupted() && !sentWithin();
      for (Interruption each = inner; each != null; each = each.inner) {
        each.others = true;
      }
      thread.interrupt();
    }
  }

  /** Whether work that is nested in this was sent an interrupt which is its own. */
  private boolean sentWithin() {
    for (Interruption each = inner; each != null; each = each.inner) {
      if (each.sent && !each.others) {
        return true;
      }
    }
    return false;
  }

  /** The work is over: our interrupt, if it is pending, is taken back. */
  void end() {
    if (leave() && sent && !others) {
      Thread.interrupted();
    }
  }

  /**
   * The work is over, by an InterruptedException: it has taken one interrupt. If one is pending
   * nevertheless there were two, so it stays.
   *
   * @return whether that of others was taken
   */
  boolean endByException() {
    leave();
    return !sent || others;
  }

  /** Returns whether this call ended it. Nothing here changes afterwards. */
  private boolean leave() {
    requireNonNull(registration).stop();
    synchronized (lock) {
      if (over) {
        return false;
      }
      over = true;
      if (outer == null) {
        INNERMOST.remove();
      } else {
        INNERMOST.set(outer);
        outer.inner = null;
      }
      return true;
    }
  }
}
