package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A context may be made to be looked at. */
final class OnlyLogged {

  private static final Logger LOGGER = Logger.getLogger("contexts");

  void show(Context ctx) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(1))) {
      LOGGER.log(Level.INFO, "this is how it prints: {0}", timed);
    }
  }
}
