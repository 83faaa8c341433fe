package dev.baton.context.grpc;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** Ends of contexts as statuses of gRPC, and back. */
final class Statuses {
  private Statuses() {}

  /** The status that says how a context ended. */
  static Status of(ContextException end) {
    Status status =
        switch (end.error()) {
          case CANCELLED -> Status.CANCELLED;
          case DEADLINE_EXCEEDED -> Status.DEADLINE_EXCEEDED;
        };
    return status.withDescription(end.getMessage()).withCause(end);
  }

  /** Whether a status may be the end of a context. */
  static boolean isEnd(Status status) {
    return status.getCode() == Status.Code.CANCELLED
        || status.getCode() == Status.Code.DEADLINE_EXCEEDED;
  }

  /**
   * A fresh exception if the context is done, null if not.
   *
   * <p>gRPC and the context have timers of their own for the same deadline, and either may be late.
   * So the clock is asked, which cancelling a child does; a poll may trust the context's timer.
   */
  static @Nullable ContextException endOf(Context ctx) {
    try (CancellableContext child = ctx.withCancel()) {
      if (!child.cancel()) {
        child.throwIfDone();
      }
      return null;
    } catch (ContextException e) {
      return e;
    }
  }

  /** As {@link #endOf(Context)} with the failure suppressed, or the failure itself. */
  static Throwable endOf(Context ctx, Throwable failure) {
    ContextException end = endOf(ctx);
    if (end == null) {
      return failure;
    }
    end.addSuppressed(failure);
    return end;
  }
}
