package dev.baton.context.concurrent;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/**
 * Cancels futures when a context is done.
 *
 * <p>Safe for use by any number of threads. Go has no futures.
 */
public final class Futures {
  private Futures() {}

  /**
   * Cancels a future, by {@code cancel(true)}, when the context is done; at once if it is.
   *
   * <p>The cancel is on the thread that cancels the context, or on a callback thread after a
   * deadline; synchronous dependents of the future run there too.
   *
   * <p>When the future completes, the context lets go of it. That is so for a {@link
   * CompletionStage}, such as a {@link java.util.concurrent.CompletableFuture}. Others do not tell:
   * the context does not keep those from being collected as garbage, so one that nobody else holds
   * is not cancelled. An executor holds the futures that it returns until they are complete.
   *
   * @return the same future
   */
  public static <F extends Future<?>> F bind(Context ctx, F future) {
    requireNonNull(ctx, "ctx");
    if (future.isDone()) {
      return future;
    }
    if (future instanceof CompletionStage<?> stage) {
      Registration binding = ctx.afterFunc(Runnable::run, () -> future.cancel(true));
      stage.whenComplete((value, failure) -> binding.stop());
    } else {
      WeakBinding.bind(ctx, future);
    }
    return future;
  }
}
