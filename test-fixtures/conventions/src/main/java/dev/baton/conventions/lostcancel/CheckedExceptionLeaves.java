package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.io.IOException;
import java.time.Duration;

/** The callee says that it fails, and then nobody comes to the cancel. */
final class CheckedExceptionLeaves {
  byte[] read(Context ctx) throws IOException {
    // BUG: Diagnostic contains: the exception of `fetch()` on line 12 leaves without it
    var timed = ctx.withTimeout(Duration.ofSeconds(3));
    byte[] bytes = fetch(timed);
    timed.cancel();
    return bytes;
  }

  private static byte[] fetch(Context ctx) throws IOException {
    if (ctx.isDone()) {
      throw new IOException("too late");
    }
    return new byte[0];
  }
}
