package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;

/** A context that is to be found through another. */
final class ContextInAContext {

  // BUG: Diagnostic contains: key `PARENT` carries `Context`, but a context is no value of
  // another
  private static final Key<Context> PARENT = Key.of("parent");

  // BUG: Diagnostic contains: pass it as a parameter
  private static final Key<CancellableContext> ABORT = Key.of("abort");

  private ContextInAContext() {}

  static Context child(Context ctx, CancellableContext abort) {
    return ctx.withValue(PARENT, ctx).withValue(ABORT, abort);
  }
}
