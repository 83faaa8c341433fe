package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.Optional;

/** Dependencies in the request, where no constructor shows them. */
final class OwnServices {

  interface OrderRepository {
    Optional<String> find(Context ctx, String id);
  }

  interface PriceClient {
    long cents(Context ctx, String sku);
  }

  record RetryConfig(int attempts) {}

  // BUG: Diagnostic contains: key `ORDERS` carries `OrderRepository`
  private static final Key<OrderRepository> ORDERS = Key.of("orders");

  // BUG: Diagnostic contains: key `PRICES` carries `PriceClient`
  static final Key<PriceClient> PRICES = Key.of("prices");

  // BUG: Diagnostic contains: or pass it as a parameter
  private static final Key<RetryConfig> RETRY = Key.of("retry", new RetryConfig(3));

  String describe(Context ctx) {
    return ctx.value(ORDERS) + " " + ctx.value(PRICES) + ctx.value(RETRY);
  }
}
