package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.time.Instant;

/** The block looks as if it were limited, and its calls get the context without the limit. */
abstract class TimeoutWithoutEffect {

  abstract String load(Context ctx, String id);

  String find(Context ctx, String id) {
    // BUG: Diagnostic contains: nothing uses `timed`, so its time-out has no effect
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      return load(ctx, id);
    }
  }

  String findUntil(Context ctx, String id, Instant end) {
    // BUG: Diagnostic contains: `unused`, so its deadline has no effect; pass it on instead of
    // `ctx`
    try (var unused = ctx.withDeadline(end)) {
      ctx.throwIfDone();
      return load(ctx, id);
    }
  }
}
