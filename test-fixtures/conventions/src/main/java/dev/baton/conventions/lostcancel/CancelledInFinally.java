package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.io.IOException;
import java.time.Duration;

/** What a `finally` does counts for every way out of its try. */
final class CancelledInFinally {
  int read(Context ctx, int attempts) throws IOException {
    var timed = ctx.withTimeout(Duration.ofSeconds(3));
    try {
      if (attempts == 0) {
        return -1;
      }
      if (attempts > 9) {
        throw new IllegalArgumentException("too many attempts: " + attempts);
      }
      return fetch(timed);
    } finally {
      timed.cancel();
    }
  }

  private static int fetch(Context ctx) throws IOException {
    if (ctx.isDone()) {
      throw new IOException("too late");
    }
    return 1;
  }
}
