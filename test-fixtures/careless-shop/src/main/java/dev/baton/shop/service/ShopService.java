package dev.baton.shop.service;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.shop.biz.Order;
import dev.baton.shop.biz.OrderDesk;
import dev.baton.shop.biz.OrderRepository;
import dev.baton.shop.biz.PriceClient;
import dev.baton.shop.biz.RequestInfo;
import dev.baton.shop.biz.StockRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What customers and the warehouse ask of the shop. Closing it ends the requests under way. */
public final class ShopService implements AutoCloseable {

  private static final int STAFF_DISCOUNT_PERCENT = 20;
  private static final int LOW_STOCK = 3;

  private final OrderDesk desk;
  private final OrderRepository orders;
  private final StockRepository stock;
  private final Set<String> staff;
  private final CancellableContext lifetime = Context.background().withCancel();

  public ShopService(
      OrderDesk desk, OrderRepository orders, StockRepository stock, Set<String> staff) {
    this.desk = desk;
    this.orders = orders;
    this.stock = stock;
    this.staff = Set.copyOf(staff);
  }

  /** Returns what a basket costs this customer. */
  public long quote(Context ctx, List<String> skus) {
    try (CancellableContext request = ctx.withCancelOn(lifetime)) {
      return desk.quote(withTerms(request), skus);
    }
  }

  /** Orders an article; what is not in stock is ordered as soon as it has come in. */
  public Optional<Order> order(Context ctx, String sku, int quantity) {
    try (CancellableContext request = ctx.withCancelOn(lifetime)) {
      Context priced = withTerms(request);
      Optional<Order> order = desk.place(priced, sku, quantity);
      if (order.isEmpty()) {
        desk.defer(priced, sku, quantity);
      }
      return order;
    }
  }

  /** Finds an order of this customer. */
  public Optional<Order> find(Context ctx, String orderId) {
    String user = ctx.value(RequestInfo.USER);
    return orders.find(orderId, ctx).filter(order -> order.customer().equals(user));
  }

  /** Books a delivery in, and returns the orders that waited for it. */
  public List<Order> receive(String sku, int quantity) {
    stock.put(null, sku, quantity);
    return desk.fillBackorders(sku);
  }

  public int inStock(Context ctx, String sku) {
    return stock.available(ctx, sku);
  }

  public int inStock(String sku) {
    return inStock(null, sku);
  }

  /** Returns the articles to buy again, for the nightly report. */
  public List<String> runningLow(Collection<String> skus) {
    return skus.stream().filter(sku -> stock.available(null, sku) < LOW_STOCK).sorted().toList();
  }

  @Override
  public void close() {
    lifetime.cancel();
  }

  private Context withTerms(Context ctx) {
    return staff.contains(ctx.value(RequestInfo.USER))
        ? ctx.withValue(PriceClient.DISCOUNT_PERCENT, STAFF_DISCOUNT_PERCENT)
        : ctx;
  }
}
