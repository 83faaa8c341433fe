package dev.baton.shop.biz;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes orders: prices them, books the stock, keeps the ones that have to wait. */
public final class OrderDesk {

  private static final Duration QUOTE_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration BOOKING_TIMEOUT = Duration.ofSeconds(3);

  private final OrderRepository orders;
  private final StockRepository stock;
  private final PriceFeed prices;
  private final List<Backorder> backorders = new ArrayList<>();

  public OrderDesk(OrderRepository orders, StockRepository stock, PriceFeed prices) {
    this.orders = orders;
    this.stock = stock;
    this.prices = prices;
  }

  /** Returns what a basket would cost. */
  public long quote(Context ctx, List<String> skus) {
    try (CancellableContext quoting = ctx.withTimeout(QUOTE_TIMEOUT)) {
      PriceClient client = new PriceClient(prices, quoting);
      return skus.stream().mapToLong(client::centsFor).sum();
    }
  }

  /** Places an order; empty when there is not enough in stock. */
  public Optional<Order> place(Context ctx, String sku, int quantity) {
    if (quantity < 1) {
      throw new IllegalArgumentException("quantity must be positive: " + quantity);
    }
    long totalCents = total(sku, quantity, ctx);

    CancellableContext booking = ctx.withTimeout(BOOKING_TIMEOUT);
    if (!stock.take(booking, sku, quantity)) {
      return Optional.empty();
    }
    try {
      String id = RequestInfo.requestId(ctx).orElseGet(() -> UUID.randomUUID().toString());
      Order order = new Order(id, ctx.value(RequestInfo.USER), sku, quantity, totalCents);
      orders.save(booking, order);
      return Optional.of(order);
    } catch (RuntimeException e) {
      stock.put(ctx.withoutCancel(), sku, quantity);
      throw e;
    } finally {
      booking.cancel();
    }
  }

  /** Remembers an order that cannot be filled yet, with the customer and the price terms of now. */
  public synchronized void defer(Context ctx, String sku, int quantity) {
    backorders.add(new Backorder(sku, quantity, ctx.withoutCancel()));
  }

  /** Places the orders that wait for an article, first come first served. */
  public synchronized List<Order> fillBackorders(String sku) {
    List<Order> filled = new ArrayList<>();
    for (Backorder waiting : List.copyOf(backorders)) {
      if (waiting.sku().equals(sku)) {
        place(waiting.ctx(), sku, waiting.quantity())
            .ifPresent(
                order -> {
                  backorders.remove(waiting);
                  filled.add(order);
                });
      }
    }
    return filled;
  }

  private long total(String sku, int quantity, Context ctx) {
    return quantity * new PriceClient(prices, ctx).centsFor(sku);
  }

  private record Backorder(String sku, int quantity, Context ctx) {}
}
