package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;

/** The commonest form: a request's context becomes a part of an object that serves many. */
class KeptInTheConstructor {

  // BUG: Diagnostic contains: `KeptInTheConstructor` keeps context `ctx` in a field, where it
  private final Context ctx;
  private final String table;

  KeptInTheConstructor(Context ctx, String table) {
    this.ctx = ctx;
    this.table = table;
  }

  String find(String id) {
    ctx.throwIfDone();
    return table + '/' + id;
  }
}
