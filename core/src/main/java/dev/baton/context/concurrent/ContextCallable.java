package dev.baton.context.concurrent;

import dev.baton.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * A task that is given its context.
 *
 * @param <T> what it finds; may be null
 */
@FunctionalInterface
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public interface ContextCallable<T extends @Nullable Object> {
  /** Does the work, or stops when the context is done. */
  T call(Context ctx) throws Exception;
}
