package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;

/** Null in one arm of an expression that yields the argument. */
final class ArmsOfExpressions {

  enum Mode {
    ONLINE,
    OFFLINE,
    BATCH
  }

  String either(Context ctx, boolean online) {
    // BUG: Diagnostic contains: `load` is given null for its context; pass `ctx`
    return load(online ? ctx : null);
  }

  String nested(Context ctx, boolean online, boolean batch) {
    return load(
        online
            ? ctx
            : batch
                ? ctx.withoutCancel()
                // BUG: Diagnostic contains: `load` is given null for its context; pass `ctx`
                : (Context) null);
  }

  String byMode(Context ctx, Mode mode) {
    return load(
        switch (mode) {
          case ONLINE -> ctx;
          // BUG: Diagnostic contains: `load` is given null for its context; pass `ctx`
          case OFFLINE -> null;
          case BATCH -> {
            ctx.throwIfDone();
            // BUG: Diagnostic contains: `load` is given null for its context; pass `ctx`
            yield null;
          }
        });
  }

  String assigned(Context ctx) {
    Context mine;
    // BUG: Diagnostic contains: `load` is given null for its context; pass `ctx`
    return load(mine = null);
  }

  private static String load(Context ctx) {
    return String.valueOf(ctx);
  }
}
