package dev.baton.shop.biz;

import dev.baton.context.Context;

/** The list prices, as the price server tells them. */
@FunctionalInterface
public interface PriceFeed {

  long listCents(Context ctx, String sku);
}
