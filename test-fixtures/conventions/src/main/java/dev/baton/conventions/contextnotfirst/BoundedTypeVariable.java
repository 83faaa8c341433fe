package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.io.Serializable;

/** A type variable that a context bounds is a context; any other is not. */
class BoundedTypeVariable<R, C extends Context> {

  R same(R row, String reason) {
    return row;
  }

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `load`; move it first
  R load(R row, C ctx) {
    ctx.throwIfDone();
    return row;
  }

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `save`; move it first
  <D extends Context & Serializable> void save(R row, D ctx) {
    ctx.throwIfDone();
  }
}
