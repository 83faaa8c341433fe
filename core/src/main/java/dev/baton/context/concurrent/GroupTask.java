package dev.baton.context.concurrent;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A task of a group, which ends once: whoever claims it runs it or drops it.
 *
 * <p>Three may race for it: the executor, the end of the context, and an executor that throws
 * although it may have taken the task.
 */
final class GroupTask<T extends @Nullable Object> implements Runnable {
  private final ContextGroup group;
  private final ContextCallable<T> task;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final AtomicBoolean claimed = new AtomicBoolean();

  private GroupTask(ContextGroup group, ContextCallable<T> task) {
    this.group = group;
    this.task = task;
  }

  /** Starts a task that the group has counted. */
  static <T extends @Nullable Object> Future<T> start(
      ContextGroup group, Executor executor, ContextCallable<T> task) {
    GroupTask<T> started = new GroupTask<>(group, task);
    Registration waiting = group.context().afterFunc(Runnable::run, started::skip);
    var unused = started.future.whenComplete((value, failure) -> waiting.stop());
    if (started.claimed.get()) {
      return started.future;
    }
    try {
      executor.execute(started);
    } catch (RuntimeException | Error e) {
      started.reject(e);
      throw e;
    }
    return started.future;
  }

  /** On a thread of the executor. */
  @Override
  public void run() {
    Context ctx = group.context();
    if (ctx.isDone()) {
      skip(); // the alarm of a deadline may be late
      return;
    }
    if (!claimed.compareAndSet(false, true)) {
      return;
    }
    try {
      if (!future.isDone()) {
        future.complete(task.call(ctx));
      }
    } catch (Throwable e) {
      group.failed(e);
      future.completeExceptionally(e);
    } finally {
      group.ended();
    }
  }

  /** The context is done. */
  private void skip() {
    if (claimed.compareAndSet(false, true)) {
      group.skipped();
      ContextTasks.endWith(group.context(), future);
      group.ended();
    }
  }

  private void reject(Throwable rejection) {
    if (claimed.compareAndSet(false, true)) {
      future.completeExceptionally(rejection);
      group.ended();
    }
  }
}
