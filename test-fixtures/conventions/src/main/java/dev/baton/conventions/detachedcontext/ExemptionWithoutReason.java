package dev.baton.conventions.detachedcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.DetachedWork;

/** An exemption says why. */
final class ExemptionWithoutReason {

  private ExemptionWithoutReason() {}

  // BUG: Diagnostic contains: `@DetachedWork` gives no reason; say why `start` starts a context
  @DetachedWork("")
  static boolean start(Context ctx) {
    return ctx == null || Context.background().isDone();
  }
}
