package com.acme;

import dev.baton.context.Context;

/** Stands for what a generator writes into a source root of its own. */
final class Generated {

  static String load(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }
}
