package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** The call that was to get it is made already. */
abstract class AssignedTooLate {

  private static final Key<String> USER = Key.of("user");

  abstract String load(Context ctx);

  String find(Context ctx, String user) {
    String found = load(ctx);
    // BUG: Diagnostic contains: nothing uses `ctx`, so its value has no effect
    ctx = ctx.withValue(USER, user);
    return found;
  }
}
