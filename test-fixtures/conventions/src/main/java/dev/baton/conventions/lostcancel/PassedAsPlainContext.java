package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;

/** The callee only borrows what it gets as a plain context. */
final class PassedAsPlainContext {
  int total(Context ctx) {
    // BUG: Diagnostic contains: is passed to `count`, so nothing can cancel it
    return count(ctx.withTimeout(Duration.ofSeconds(1)), "orders");
  }

  private static int count(Context ctx, String table) {
    return ctx.isDone() ? 0 : table.length();
  }
}
