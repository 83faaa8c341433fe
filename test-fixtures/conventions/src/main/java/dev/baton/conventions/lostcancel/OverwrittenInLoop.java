package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;

/** Only the last of the contexts is cancelled. */
final class OverwrittenInLoop {
  void poll(Context ctx, int rounds) {
    CancellableContext current = null;
    for (int i = 0; i < rounds; i++) {
      // BUG: Diagnostic contains: it is overwritten on line 13
      current = ctx.withTimeout(Duration.ofMillis(20L * i));
      current.throwIfDone();
    }
    if (current != null) {
      current.cancel();
    }
  }
}
