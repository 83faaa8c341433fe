package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.io.IOException;
import java.time.Duration;

/** Each attempt has its own time; every way out of a round goes through the finally. */
final class RetryWithTimeouts {
  String call(Context ctx) throws IOException {
    for (int attempt = 1; ; attempt++) {
      var timed = ctx.withTimeout(Duration.ofMillis(100L * attempt));
      try {
        return send(timed);
      } catch (IOException e) {
        if (attempt == 3) {
          throw e;
        }
        continue;
      } finally {
        timed.cancel();
      }
    }
  }

  private static String send(Context ctx) throws IOException {
    if (ctx.isDone()) {
      throw new IOException("no answer");
    }
    return "answer";
  }
}
