package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;

/** What is kept is the context with the value; the one with the timer is lost. */
final class LostInChain {
  private static final Key<String> STEP = Key.of("step");

  boolean run(Context ctx) {
    // BUG: Diagnostic contains: serves only to call `withValue`
    Context step = ctx.withTimeout(Duration.ofSeconds(5)).withValue(STEP, "load");
    return step.isDone();
  }
}
