package dev.baton.context;

import org.jspecify.annotations.Nullable;

/** The context, or one of its ancestors, was cancelled before the work was complete. */
public final class CancelledException extends ContextException {
  private static final long serialVersionUID = 1L;

  CancelledException(@Nullable Throwable cause) {
    super(ContextError.CANCELLED, cause);
  }
}
