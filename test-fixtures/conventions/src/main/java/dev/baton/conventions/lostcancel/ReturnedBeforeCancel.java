package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The cache answers, and the timer of the query stays armed. */
final class ReturnedBeforeCancel {
  private final Map<String, String> cache = new HashMap<>();

  String name(Context ctx, String id) {
    // BUG: Diagnostic contains: `timed` is not cancelled on every path: the `return` on line 17
    var timed = ctx.withTimeout(Duration.ofSeconds(2));
    String cached = cache.get(id);
    if (cached != null) {
      return cached;
    }
    String name = query(timed, id);
    timed.cancel();
    return name;
  }

  private static String query(Context ctx, String id) {
    ctx.throwIfDone();
    return "name of " + id;
  }
}
