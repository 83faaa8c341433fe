package dev.baton.conventions.contextparametername;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Where there are two, each says which one it is. */
interface SeveralContexts {

  // BUG: Diagnostic contains: context `left` of `join` has a name of its own; call it `leftCtx`
  CancellableContext join(Context left, Context parent);

  // BUG: Diagnostic contains: call it `otherCtx`
  boolean isOlder(Context ctx, Context other);
}
