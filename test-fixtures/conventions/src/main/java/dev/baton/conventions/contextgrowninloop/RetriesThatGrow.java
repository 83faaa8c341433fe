package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

/** Each attempt adds to what the last one has left. */
abstract class RetriesThatGrow {

  private static final Key<Integer> ATTEMPT = Key.of("attempt");

  abstract String send(Context ctx) throws IOException;

  abstract void log(Context ctx);

  String retry(Context ctx) {
    int attempt = 0;
    while (true) {
      try {
        // BUG: Diagnostic contains: `ctx` is derived from itself on every round of the loop on line
        ctx = ctx.withValue(ATTEMPT, attempt);
        return send(ctx);
      } catch (IOException e) {
        attempt++;
      }
    }
  }

  void each(Context ctx, List<Integer> attempts) {
    for (Integer attempt : attempts) {
      if (attempt > 1) {
        // BUG: Diagnostic contains: derive a context of the round from one that stays the same
        ctx = ctx.withValue(ATTEMPT, attempt);
      }
      log(ctx);
    }
  }

  void skipping(Context ctx, Iterator<Integer> attempts) {
    do {
      int attempt = attempts.next();
      // BUG: Diagnostic contains: `ctx` is derived from itself on every round
      ctx = ctx.withValue(ATTEMPT, attempt);
      if (ctx.isDone()) {
        continue;
      }
      log(ctx);
      return;
    } while (attempts.hasNext());
  }

  void counted(Context base) {
    // BUG: Diagnostic contains: `ctx` is derived from itself on every round
    for (Context ctx = base; !ctx.isDone(); ctx = ctx.withValue(ATTEMPT, 1)) {
      log(ctx);
    }
  }
}
