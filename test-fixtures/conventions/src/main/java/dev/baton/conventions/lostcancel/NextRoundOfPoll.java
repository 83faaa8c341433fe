package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;

/** A loop that never ends leaves one context more behind at each round. */
final class NextRoundOfPoll {
  void watch(Context ctx, Runnable job) {
    while (!ctx.isDone()) {
      // BUG: Diagnostic contains: the next round of the loop begins without it
      var round = ctx.withTimeout(Duration.ofMinutes(1));
      if (!round.isDone()) {
        job.run();
      }
    }
  }
}
