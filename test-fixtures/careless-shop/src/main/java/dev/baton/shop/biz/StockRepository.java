package dev.baton.shop.biz;

import dev.baton.context.Context;
import org.jspecify.annotations.Nullable;

/** What is on the shelves. */
public interface StockRepository {

  /** Returns how many are left, 0 for an article that was never delivered. */
  int available(Context ctx, String sku);

  /** Takes articles out, all or none; returns whether there were enough. */
  boolean take(Context ctx, String sku, int quantity);

  /** Puts articles in; a delivery that belongs to no request comes without a context. */
  void put(@Nullable Context ctx, String sku, int quantity);
}
