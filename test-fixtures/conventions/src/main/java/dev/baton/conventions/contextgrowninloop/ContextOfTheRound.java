package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;
import java.util.List;

/** The way to do it: each round derives its own from the one of the request. */
abstract class ContextOfTheRound {

  private static final Key<Integer> ATTEMPT = Key.of("attempt");

  abstract boolean send(Context ctx, String message);

  boolean retry(Context ctx, String message) {
    for (int attempt = 1; attempt <= 3; attempt++) {
      Context attemptCtx = ctx.withValue(ATTEMPT, attempt);
      try (CancellableContext timed = attemptCtx.withTimeout(Duration.ofSeconds(1))) {
        if (send(timed, message)) {
          return true;
        }
      }
    }
    return false;
  }

  void sendAll(Context ctx, List<String> messages) {
    for (String message : messages) {
      Context own = ctx;
      if (message.startsWith("!")) {
        own = own.withoutCancel();
      }
      send(own, message);
    }
  }
}
