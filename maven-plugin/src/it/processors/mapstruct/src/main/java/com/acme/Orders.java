package com.acme;

import dev.baton.context.Context;
import org.mapstruct.Mapper;

class Orders {

  Row find(Context ctx, Order order) {
    ctx.throwIfDone();
    return new Orders$RowsImpl().of(order);
  }

  Row first() {
    return find(null, new Order("1"));
  }

  record Order(String id) {}

  record Row(String id) {}

  @Mapper
  interface Rows {
    Row of(Order order);
  }
}
