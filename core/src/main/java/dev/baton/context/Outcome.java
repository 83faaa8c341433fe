package dev.baton.context;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * What a stage was completed with.
 *
 * @param value the result, if there is no failure; may be null
 * @param failure null if there is none
 */
record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {
  /**
   * As {@code Future.get}, but a ContextException is wrapped: bare it would seem to be the end of
   * the context that waits.
   */
  @Nullable T get() throws ExecutionException {
    if (failure == null) {
      return value;
    }
    if (failure instanceof CancellationException cancelled
        && !(failure instanceof ContextException)) {
      throw cancelled;
    }
    if (failure instanceof CompletionException && failure.getCause() != null) {
      throw new ExecutionException(failure.getCause());
    }
    throw new ExecutionException(failure);
  }
}
