package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.time.Duration;

/** The habit of putting the context last, in methods of every kind. */
abstract class AfterTheIdentifier {

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `find`; move it first
  String find(String id, Context ctx) {
    return read(id, Duration.ofSeconds(1), ctx);
  }

  private static String read(
      String id,
      Duration atMost,
      // BUG: Diagnostic contains: context `ctx` is parameter 3 of `read`; move it first
      Context ctx) {
    ctx.throwIfDone();
    return id;
  }

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `delete`; move it first
  abstract void delete(String id, Context ctx);

  // BUG: Diagnostic contains: context `requestCtx` is parameter 2 of `lock`; move it first
  native void lock(long handle, Context requestCtx);
}
