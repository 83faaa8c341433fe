package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** Contexts do not change: whoever adds a value has a new one. */
abstract class ValueForNobody {

  private static final Key<String> USER = Key.of("user");

  static Context withUser(Context ctx, String user) {
    return ctx.withValue(USER, user);
  }

  abstract String load(Context ctx);

  String dropped(Context ctx) {
    // BUG: Diagnostic contains: nothing uses the context that `withValue` derives
    ctx.withValue(USER, "ann");
    return load(ctx);
  }

  String droppedByAccessor(Context ctx) {
    // BUG: Diagnostic contains: so its value has no effect; keep it and pass it on instead of `ctx`
    withUser(ctx, "bob");
    return load(ctx);
  }

  String kept(Context ctx) {
    // BUG: Diagnostic contains: nothing uses `named`, so its value has no effect
    Context named = withUser(ctx, "eve");
    return load(ctx);
  }

  Runnable ofLambda(Context ctx) {
    // BUG: Diagnostic contains: nothing uses the context that `withoutCancel` derives
    return () -> ctx.withoutCancel();
  }
}
