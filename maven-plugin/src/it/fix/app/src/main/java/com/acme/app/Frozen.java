package com.acme.app;

import com.acme.api.Store;
import dev.baton.context.Context;

final class Frozen {

  Object key = Store.TENANT;

  String run(Context ctx, Store store) {
    return store.load(null, "1");
  }
}
