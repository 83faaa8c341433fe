package dev.baton.checker.differential.recording;

import java.time.Duration;

/** The runtime's context as far as the programs know it; it keeps nothing. */
public class Context {

  Context() {}

  /** A new one, whose end is recorded. */
  public final CancellableContext withCancel() {
    return Run.current().create(/* mayThrow= */ false);
  }

  /** As {@link #withCancel()}; the time-out passes when somebody asks; and it may throw. */
  public final CancellableContext withTimeout(Duration timeout) {
    return Run.current().create(/* mayThrow= */ true);
  }

  /** One that nobody has to cancel. */
  public final Context withoutCancel() {
    return new Context();
  }

  /** Whether it is done; one that nobody can cancel never is. */
  public boolean isDone() {
    return false;
  }

  /** Not null when it is done. */
  public final ContextError err() {
    return isDone() ? ContextError.CANCELLED : null;
  }
}
