package com.acme;

import dev.baton.context.Context;
import lombok.AllArgsConstructor;
import lombok.Builder;
import lombok.Value;

@AllArgsConstructor
class Orders {

  private final String region;
  private final Context ctx;

  String find(Context own, Order order) {
    own.throwIfDone();
    return order.getId() + region;
  }

  String first() {
    return find(null, Order.builder().id("1").build());
  }

  @Value
  @Builder
  static class Order {
    String id;
  }
}
