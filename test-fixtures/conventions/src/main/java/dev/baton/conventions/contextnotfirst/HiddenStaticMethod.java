package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;

/** A static method that hides another overrides nothing: each has an order of its own. */
class HiddenStaticMethod {

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `describe`; move it first
  static String describe(String name, Context ctx) {
    return name + ctx.remaining();
  }

  /** Hides it. */
  static class Short extends HiddenStaticMethod {

    // BUG: Diagnostic contains: context `briefCtx` is parameter 2 of `describe`; move it first
    static String describe(String name, Context briefCtx) {
      return briefCtx.isDone() ? "" : name;
    }
  }
}
