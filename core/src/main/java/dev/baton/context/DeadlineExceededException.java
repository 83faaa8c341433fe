package dev.baton.context;

import org.jspecify.annotations.Nullable;

/** The deadline of the context, or of one of its ancestors, passed before the work was complete. */
public final class DeadlineExceededException extends ContextException {
  private static final long serialVersionUID = 1L;

  DeadlineExceededException(@Nullable Throwable cause) {
    super(ContextError.DEADLINE_EXCEEDED, cause);
  }
}
