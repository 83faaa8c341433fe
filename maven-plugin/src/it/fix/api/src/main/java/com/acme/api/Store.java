package com.acme.api;

import dev.baton.context.Context;

public final class Store {

  public String load(Context ctx, String id) {
    return id + ctx.isDone();
  }

  public String late(String id, Context ctx) {
    return load(null, id);
  }

  public String first() {
    return load(null, "1") + load(null, "2");
  }
}
