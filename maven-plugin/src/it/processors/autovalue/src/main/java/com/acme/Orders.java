package com.acme;

import com.google.auto.value.AutoValue;
import dev.baton.context.Context;

class Orders {

  String find(Context ctx, Order order) {
    ctx.throwIfDone();
    return order.id();
  }

  String first() {
    return find(null, new AutoValue_Orders_Order("1"));
  }

  @AutoValue
  abstract static class Order {
    abstract String id();
  }
}
