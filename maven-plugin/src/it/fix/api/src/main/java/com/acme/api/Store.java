package com.acme.api;

import dev.baton.context.Context;
import dev.baton.context.Key;

public final class Store {

  public static final Key<String> TENANT = Key.of("tenant");

  public String load(Context ctx, String id) {
    return id + ctx.isDone();
  }

  public String late(String id, Context ctx) {
    return load(null, id);
  }

  public String first() {
    return load(null, "1") + load(null, "2");
  }

  public void forget(Context ctx) {
    ctx.withCancel();
  }
}
