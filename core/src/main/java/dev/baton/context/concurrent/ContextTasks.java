package dev.baton.context.concurrent;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.Registration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks to executors, with their context.
 *
 * <p>Safe for use by any number of threads. In Go it is {@code go task(ctx)} and a channel for the
 * result.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public final class ContextTasks {
  private ContextTasks() {}

  /**
   * Runs a task on an executor.
   *
   * <p>When the context is done, the future completes with a {@link ContextException} at once: it
   * counts as cancelled, and {@code get} and {@code join} throw that exception; newer JDKs (seen on
   * 25) throw a plain {@code CancellationException} with it as the cause. The task is not started
   * then. One that runs is not interrupted: it stops when it looks at its context. Its dependents
   * run on the thread that cancels, if they have no executor.
   *
   * <p>Cancelling the future keeps the task from being started, too.
   *
   * @param executor not called if the context is done
   * @return what the task returns or throws, or the end of the context, whichever is first
   * @throws java.util.concurrent.RejectedExecutionException as the executor does
   */
  public static <T extends @Nullable Object> CompletableFuture<T> fork(
      Context ctx, Executor executor, ContextCallable<T> task) {
    requireNonNull(executor, "executor");
    requireNonNull(task, "task");
    CompletableFuture<T> future = new CompletableFuture<>();
    Registration binding = ctx.afterFunc(Runnable::run, () -> endWith(ctx, future));
    var unused = future.whenComplete((value, failure) -> binding.stop());
    if (future.isDone()) {
      return future;
    }
    try {
      executor.execute(() -> run(ctx, future, task));
    } catch (RuntimeException | Error e) {
      future.completeExceptionally(e); // nobody has it, but the context is to let go of it
      throw e;
    }
    return future;
  }

  private static <T extends @Nullable Object> void run(
      Context ctx, CompletableFuture<T> future, ContextCallable<T> task) {
    endWith(ctx, future); // a deadline may have passed of which the alarm is late
    if (future.isDone()) {
      return;
    }
    try {
      future.complete(task.call(ctx));
    } catch (Throwable e) {
      future.completeExceptionally(e);
    }
  }

  /** Completes a future with the end of the context, if that is done. */
  static void endWith(Context ctx, CompletableFuture<?> future) {
    try {
      ctx.throwIfDone();
    } catch (ContextException e) {
      future.completeExceptionally(e);
    }
  }
}
