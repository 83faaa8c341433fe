package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;

/** A context among variable arguments. */
final class ElementOfVarargs {

  void shutDown(Context ctx) {
    // BUG: Diagnostic contains: `awaitAll` is given null for its context; pass `ctx`
    awaitAll(ctx, null);
    // BUG: Diagnostic contains: `awaitAll` is given null for its context; pass `ctx`
    awaitAll((Context) null);
    // BUG: Diagnostic contains: `Barrier` is given null for its context; pass `ctx`
    new Barrier(ctx, null).hashCode();
  }

  static final class Barrier {
    Barrier(Context... contexts) {
      awaitAll(contexts);
    }
  }

  static void awaitAll(Context... contexts) {
    for (Context ctx : contexts) {
      ctx.throwIfDone();
    }
  }
}
