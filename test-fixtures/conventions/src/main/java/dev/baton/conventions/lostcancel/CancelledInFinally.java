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

  /** Neither to ask a context nor to cancel one throws, so the second is cancelled as well. */
  int readBoth(Context ctx) {
    try {
      var first = ctx.withCancel();
      var second = first.withCancel();
      try (var third = second.withCancel()) {
        return fetch(third);
      } finally {
        if (!second.isDone() && first.err() == null) {
          second.cancel();
        }
        second.close();
        first.cancel();
      }
    } catch (IOException | RuntimeException e) {
      return -1;
    }
  }

  private static int fetch(Context ctx) throws IOException {
    if (ctx.isDone()) {
      throw new IOException("too late");
    }
    return 1;
  }
}
