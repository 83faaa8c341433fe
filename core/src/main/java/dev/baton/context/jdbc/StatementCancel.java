package dev.baton.context.jdbc;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a statement, again and again, until the work on it has ended; never after that.
 *
 * <p>Again, because drivers drop a cancel that comes while nothing executes: one that is quicker
 * than the work it is meant for, or falls between two executions of the work, would be lost, and
 * the work would go on to its own end.
 *
 * <p>The race is with the end of the work. Here the lock is held for as long as the driver's cancel
 * takes, and nothing is cancelled once the work is over. There, on the thread that works, {@link
 * #workIsOver()} gets the lock only between two cancels, so it waits for one that has started.
 */
final class StatementCancel implements Runnable {
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Statement statement;

  // Not a monitor: a virtual thread that waits for one keeps its carrier before JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();

  /** Guarded by {@link #lock}. */
  private boolean over;

  /** Set once, by the thread that works. */
  private @Nullable Registration registration;

  private StatementCancel(Statement statement) {
    this.statement = statement;
  }

  /** From now on the statement is cancelled when the context is done. */
  static StatementCancel whenDone(Context ctx, Statement statement) {
    StatementCancel cancel = new StatementCancel(statement);
    cancel.registration = ctx.afterFunc(cancel);
    return cancel;
  }

  /** The context is done. On a callback thread: a driver may need the network for a cancel. */
  @Override
  public void run() {
    lock.lock();
    try {
      long pause = FIRST_PAUSE_NANOS;
      boolean again = false;
      while (!over && attempt(again)) {
        pauseUnlessOver(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        again = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether another attempt may do better. */
  private boolean attempt(boolean again) {
    try {
      if (!again || !PostgresCancel.attempt(statement)) {
        statement.cancel();
      }
      return true;
    } catch (SQLFeatureNotSupportedException e) {
      return false; // nor will it be later; the work goes on to its own end
    } catch (SQLException | RuntimeException e) {
      return true; // the database may have refused the connection that a cancel needs
    }
  }

  private void pauseUnlessOver(long nanos) {
    try {
      long left = nanos;
      while (!over && left > 0) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      // By a driver, as nobody else knows this thread. The next attempt just comes earlier.
    }
  }

  /**
   * Keeps the statement from being cancelled from now on. Waits for a cancel that has started, for
   * as long as the driver takes; an interrupt does not shorten it, and stays pending.
   */
  void workIsOver() {
    requireNonNull(registration).stop();
    lock.lock();
    try {
      over = true;
      ended.signal();
    } finally {
      lock.unlock();
    }
  }
}
