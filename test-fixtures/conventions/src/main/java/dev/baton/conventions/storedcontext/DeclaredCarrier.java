package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.ContextCarrier;

/** A type whose purpose is to carry a context says so, and why. */
@ContextCarrier("one object a call, made by the framework and dropped with it")
final class DeclaredCarrier {

  private final Context ctx;

  DeclaredCarrier(Context ctx) {
    this.ctx = ctx;
  }

  Context context() {
    return ctx;
  }

  /** The annotation is not for the types inside. */
  static final class Session {
    // BUG: Diagnostic contains: `Session` keeps context `sessionCtx` in a field
    Context sessionCtx;
  }
}
