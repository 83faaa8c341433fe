package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;

/** One context leads, another is left behind: only the latter is reported, and only the first. */
class SecondRunOfContexts {

  // BUG: Diagnostic contains: context `targetCtx` is parameter 3 of `copy`; move it first, next to
  void copy(Context sourceCtx, String table, Context targetCtx, boolean fast, Context auditCtx) {
    sourceCtx.throwIfDone();
    targetCtx.throwIfDone();
    auditCtx.throwIfDone();
  }
}
