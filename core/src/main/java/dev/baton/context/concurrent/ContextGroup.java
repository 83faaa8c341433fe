package dev.baton.context.concurrent;

import static java.util.Objects.requireNonNull;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that belong together: the first that fails cancels the others, and all have ended when the
 * group is closed.
 *
 * <pre>{@code
 * try (ContextGroup group = ContextGroup.of(ctx)) {
 *   Future<User> user = group.fork(c -> users.find(c, id));
 *   Future<List<Order>> orders = group.fork(c -> this.orders.of(c, id));
 *   group.join();
 *   return new Page(user.get(), orders.get());
 * }
 * }</pre>
 *
 * <p>Tasks are not interrupted: they stop when they look at the context that they are given. One
 * that never does keeps {@link #join} and {@link #close} waiting. One that has not started when the
 * context is done is not started, and not waited for.
 *
 * <p>Safe for use by any number of threads; tasks may fork tasks. A task that joins or closes its
 * own group waits for itself, for ever.
 *
 * <p>It is Go's {@code errgroup}. {@code Wait} is {@link #join}, but does not end the group: more
 * may be forked, until it is closed. The end of the context fails {@code join} only if a task did
 * not get done for it.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public final class ContextGroup implements AutoCloseable {
  private final CancellableContext context;
  private final Executor executor;

  // Not a monitor: a virtual thread that waits for one keeps its carrier before JDK 24.
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();

  /** Tasks that were forked and have not ended; guarded by {@link #lock}. */
  private int unfinished;

  /** Guarded by {@link #lock}. */
  private boolean closed;

  /** What the first task that failed has thrown; guarded by {@link #lock}. */
  private @Nullable Throwable failure;

  /** A task did not get done as the context was; guarded by {@link #lock}. */
  private boolean stopped;

  private ContextGroup(Context ctx, Executor executor) {
    this.context = ctx.withCancel();
    this.executor = executor;
  }

  /**
   * Makes a group that runs each task on a thread of its own: a virtual thread on JDK 21 and newer,
   * else a daemon thread.
   *
   * @param ctx ends the group's context when it is done
   */
  public static ContextGroup of(Context ctx) {
    return new ContextGroup(ctx, TaskThreads.EXECUTOR);
  }

  /**
   * Makes a group that runs its tasks on an executor.
   *
   * @param ctx ends the group's context when it is done
   * @param executor with threads enough: a task that waits for another, which waits for a thread,
   *     waits for ever
   */
  public static ContextGroup of(Context ctx, Executor executor) {
    requireNonNull(ctx, "ctx");
    return new ContextGroup(ctx, requireNonNull(executor, "executor"));
  }

  /**
   * The context that the tasks are given. It is done when a task has failed, with what that threw
   * as its cause, when the group is closed, and when the context is of which the group was made.
   */
  public Context context() {
    return context;
  }

  /**
   * Starts a task.
   *
   * @return what the task returns or throws, complete when the task has ended; if it was not
   *     started, its {@code get} throws a {@link ContextException}. Cancelling it keeps the task
   *     from being started, and does nothing else
   * @throws IllegalStateException if the group is closed
   * @throws java.util.concurrent.RejectedExecutionException as the executor does
   */
  public <T extends @Nullable Object> Future<T> fork(ContextCallable<T> task) {
    requireNonNull(task, "task");
    lock.lock();
    try {
      if (closed) {
        throw new IllegalStateException("the group is closed");
      }
      unfinished++;
    } finally {
      lock.unlock();
    }
    return GroupTask.start(this, executor, task);
  }

  /**
   * Waits until all tasks have ended, also if the context is done before.
   *
   * @throws ExecutionException if a task has failed while the context was live; its cause is what
   *     the first such task has thrown
   * @throws ContextException if the context was done before a task was, other than by a failure
   * @throws InterruptedException if the thread is interrupted on entry or while it waits; the tasks
   *     go on, until the group is closed
   */
  public void join() throws InterruptedException, ExecutionException {
    Throwable first;
    boolean incomplete;
    lock.lockInterruptibly();
    try {
      while (unfinished > 0) {
        idle.await();
      }
      first = failure;
      incomplete = stopped;
    } finally {
      lock.unlock();
    }
    if (first != null) {
      throw new ExecutionException(first);
    }
    if (incomplete) {
      context.throwIfDone();
    }
  }

  /**
   * Cancels the context, and waits until all tasks have ended. An interrupt does not shorten that,
   * and stays pending. What tasks have thrown is not thrown here: that is {@link #join}'s.
   */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
    } finally {
      lock.unlock();
    }
    context.close();
    lock.lock();
    try {
      while (unfinished > 0) {
        idle.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * A task has thrown.
   *
   * <p>Races with other failures, with the end of the context above and with close: whoever ends
   * the context is first, and this is the group's failure if it is this that did. The others did
   * not get done, as the context was.
   */
  void failed(Throwable thrown) {
    boolean first = context.cancel(thrown);
    lock.lock();
    try {
      if (first) {
        failure = thrown;
      } else {
        stopped = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** A task was not started, as the context is done. */
  void skipped() {
    lock.lock();
    try {
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  /** A task has ended, or never starts. */
  void ended() {
    lock.lock();
    try {
      unfinished--;
      if (unfinished == 0) {
        idle.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
