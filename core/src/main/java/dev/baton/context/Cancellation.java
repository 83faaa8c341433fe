package dev.baton.context;

import org.jspecify.annotations.Nullable;

/**
 * How and when a context ended by itself: err and cause in one immutable object, so that whoever
 * sees the one sees the other. It is what the state word of {@link CancellableContext} points to.
 *
 * @param error what {@code err()} says
 * @param cause what {@code cause()} says; null until somebody asks, when none was given
 * @param given whether the cause was given by a user and so tells more than the bare error
 * @param timed whether {@code at} was noted; it is only where a deadline below could be earlier
 * @param at when it ended, on the nanosecond clock of the context's {@link Time}
 */
record Cancellation(
    ContextError error, @Nullable Throwable cause, boolean given, boolean timed, long at) {
  /** A cancel without cause that no deadline below can precede: costs no allocation. */
  static final Cancellation PLAIN = new Cancellation(ContextError.CANCELLED, null, false, false, 0);

  static Cancellation cancelled(@Nullable Throwable cause) {
    return cause == null ? PLAIN : new Cancellation(ContextError.CANCELLED, cause, true, false, 0);
  }

  static Cancellation cancelledAt(@Nullable Throwable cause, long at) {
    return new Cancellation(ContextError.CANCELLED, cause, cause != null, true, at);
  }

  static Cancellation deadlineExceededAt(@Nullable Throwable cause, long at) {
    return new Cancellation(ContextError.DEADLINE_EXCEEDED, cause, cause != null, true, at);
  }

  /** The same end with its bare exception made. */
  Cancellation withBareCause() {
    return new Cancellation(error, ContextException.of(error, null), false, timed, at);
  }

  /** A fresh exception to throw for this end. */
  ContextException toException() {
    return ContextException.of(error, given ? cause : null);
  }
}
