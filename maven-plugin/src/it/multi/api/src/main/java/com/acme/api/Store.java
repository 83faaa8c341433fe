package com.acme.api;

import dev.baton.context.Context;

/** A library with an error. */
public final class Store {

  public String load(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }

  public String first() {
    return load(null, "1");
  }
}
