package dev.baton.shop.biz;

import dev.baton.context.Context;
import java.util.Optional;

/** Where orders are kept. */
public interface OrderRepository {

  Optional<Order> find(String id, Context ctx);

  void save(Context ctx, Order order);
}
