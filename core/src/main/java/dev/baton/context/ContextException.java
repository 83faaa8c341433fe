package dev.baton.context;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where work stops because its context is done. It is a {@link CancellationException}, so
 * code that already treats those as "stopped, not failed" needs no change.
 *
 * <p>{@link #getCause()} is the context's {@link Context#cause() cause} when that tells more than
 * {@link #error()}, and null otherwise.
 */
public abstract sealed class ContextException extends CancellationException
    permits CancelledException, DeadlineExceededException {
  private static final long serialVersionUID = 1L;

  private final ContextError error;

  ContextException(ContextError error, @Nullable Throwable cause) {
    super(error.toString());
    this.error = error;
    if (cause != null) {
      initCause(cause);
    }
  }

  /** A fresh exception for a context that ended with {@code error}. */
  static ContextException of(ContextError error, @Nullable Throwable cause) {
    return switch (error) {
      case CANCELLED -> new CancelledException(cause);
      case DEADLINE_EXCEEDED -> new DeadlineExceededException(cause);
    };
  }

  /** How the context ended; the same as its {@link Context#err()}. */
  public final ContextError error() {
    return error;
  }
}
