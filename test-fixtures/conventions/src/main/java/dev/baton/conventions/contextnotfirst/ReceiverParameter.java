package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;

/** A receiver parameter is none: no argument is passed for it. */
class ReceiverParameter {

  String load(ReceiverParameter this, Context ctx, String id) {
    return ctx.isDone() ? "" : id;
  }

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `store`; move it first
  void store(ReceiverParameter this, String id, Context ctx) {
    ctx.throwIfDone();
  }
}
