package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;

/** Varargs have to be last, so contexts that come so cannot be moved. */
class ContextsAsVarargs {

  boolean allDone(Context... all) {
    for (Context ctx : all) {
      if (!ctx.isDone()) {
        return false;
      }
    }
    return true;
  }

  // BUG: Diagnostic contains: context `rivals` is parameter 2 of `race`, behind the others
  boolean race(String name, Context... rivals) {
    return allDone(rivals) && !name.isEmpty();
  }
}
