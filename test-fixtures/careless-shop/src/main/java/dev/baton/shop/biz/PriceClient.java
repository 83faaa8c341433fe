package dev.baton.shop.biz;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Prices as the customer of one request sees them; asks the feed once for each article. */
public final class PriceClient {

  /** How much the customer is let off the list price. */
  public static final Key<Integer> DISCOUNT_PERCENT = Key.of("discount-percent", 0);

  private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(2);

  private final PriceFeed feed;
  private final Context ctx;
  private final Map<String, Long> known = new HashMap<>();

  public PriceClient(PriceFeed feed, Context ctx) {
    this.feed = feed;
    this.ctx = ctx;
  }

  public long centsFor(String sku) {
    return known.computeIfAbsent(sku, this::lookUp);
  }

  private long lookUp(String sku) {
    long listCents = feed.listCents(ctx.withTimeout(LOOKUP_TIMEOUT), sku);
    return listCents * (100 - ctx.value(DISCOUNT_PERCENT)) / 100;
  }
}
