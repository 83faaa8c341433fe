package com.acme;

import dagger.Component;
import dev.baton.context.Context;
import javax.inject.Inject;

class Orders {

  @Inject
  Orders() {}

  String find(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }

  static String first() {
    return DaggerOrders_Shop.create().orders().find(null, "1");
  }

  @Component
  interface Shop {
    Orders orders();
  }
}
