package dev.baton.conventions.contextnotfirst;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Several contexts at the front: all of them lead. */
class ContextsLeadTogether {

  void mirror(Context sourceCtx, CancellableContext targetCtx, String table) {
    sourceCtx.throwIfDone();
    targetCtx.throwIfDone();
    copy(sourceCtx, table);
  }

  <C extends Context> C traced(C ctx, String name) {
    copy(ctx, name);
    return ctx;
  }

  boolean anyDone(Context ctx, Context... others) {
    boolean done = ctx.isDone();
    for (Context other : others) {
      done |= other.isDone();
    }
    return done;
  }

  private static void copy(Context ctx, String table) {
    ctx.throwIfDone();
  }
}
