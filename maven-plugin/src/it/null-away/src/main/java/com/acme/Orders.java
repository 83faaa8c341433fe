package com.acme;

import dev.baton.context.Context;

/** Breaks two conventions on purpose: a warning above, an error below. */
final class Orders {

  String find(String id, Context ctx) {
    ctx.throwIfDone();
    return id;
  }

  String first() {
    return find("1", null);
  }
}
