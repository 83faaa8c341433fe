package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** Static, and still not the same all the time. */
final class ReplaceableConstant {

  // BUG: Diagnostic contains: key `USER` is not final, so a look-up may be made with another key
  private static Key<String> USER = Key.of("user");

  // BUG: Diagnostic contains: key `trace` is not final
  static Key<String> trace;

  static {
    trace = Key.of("trace");
  }

  private ReplaceableConstant() {}

  static Context withUser(Context ctx, String user) {
    return ctx.withValue(USER, user);
  }

  static String user(Context ctx) {
    return ctx.value(USER) + ctx.value(trace);
  }
}
