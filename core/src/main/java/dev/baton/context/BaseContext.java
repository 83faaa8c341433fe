package dev.baton.context;

import org.jspecify.annotations.Nullable;

/**
 * A context at which questions about the end stop: nothing above it can end what is below it. It
 * also says whose clock the deadlines below it follow.
 */
abstract sealed class BaseContext extends Context permits DetachedContext, RootContext {
  /** Never null, and the same for all that is derived below. */
  final Time time;

  BaseContext(@Nullable ValueContext values, Time time) {
    super(values);
    this.time = time;
  }
}
