package com.acme.app;

import com.acme.api.Store;
import dev.baton.context.Context;

/** Uses its sibling, with a warning and an error. */
final class Main {

  String run(Store store, Context ctx) {
    return store.load(ctx, "1") + store.load(null, "2");
  }
}
