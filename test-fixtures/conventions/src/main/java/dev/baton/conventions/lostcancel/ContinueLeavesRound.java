package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;
import java.util.List;

/** Every skipped item leaves a timer behind. */
final class ContinueLeavesRound {
  int ship(Context ctx, List<String> parcels) {
    int shipped = 0;
    for (String parcel : parcels) {
      // BUG: Diagnostic contains: the `continue` on line 15 leaves without it
      var timed = ctx.withTimeout(Duration.ofSeconds(1));
      if (parcel.isBlank()) {
        continue;
      }
      shipped += timed.isDone() ? 0 : 1;
      timed.close();
    }
    return shipped;
  }
}
