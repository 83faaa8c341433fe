package com.acme;

import dev.baton.context.Context;

/** Keeps the conventions. */
final class Careful {

  String find(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }
}
