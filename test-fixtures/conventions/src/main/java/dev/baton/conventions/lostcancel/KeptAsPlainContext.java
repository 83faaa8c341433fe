package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;

/** A plain context has no method that cancels it. */
final class KeptAsPlainContext {
  boolean isFast(Context ctx) {
    // BUG: Diagnostic contains: is kept in `timed`, a plain `Context`
    Context timed = ctx.withTimeout(Duration.ofMillis(50));
    return probe(timed);
  }

  private static boolean probe(Context ctx) {
    return !ctx.isDone();
  }
}
