package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;

/** The caller gets a context that it cannot cancel, nor knows that it should. */
final class ReturnedAsPlainContext {
  static Context bounded(Context ctx) {
    // BUG: Diagnostic contains: is returned as a plain context
    return ctx.withTimeout(Duration.ofSeconds(30));
  }

  static Context cancellable(Context ctx) {
    // BUG: Diagnostic contains: `child` is not cancelled on every path: the `return`
    var child = ctx.withCancel();
    return child;
  }
}
