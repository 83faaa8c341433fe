package dev.baton.shop.service;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.DeadlineExceededException;
import dev.baton.shop.biz.Order;
import dev.baton.shop.biz.OrderDesk;
import dev.baton.shop.biz.OrderRepository;
import dev.baton.shop.biz.PriceFeed;
import dev.baton.shop.biz.RequestInfo;
import dev.baton.shop.biz.StockRepository;
import dev.baton.shop.data.JdbcOrderRepository;
import dev.baton.shop.data.JdbcStockRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopServiceTest {

  private final List<String> pricesAsked = new ArrayList<>();
  private PriceFeed prices =
      (ctx, sku) -> {
        pricesAsked.add(sku);
        return sku.equals("tea") ? 450 : 1200;
      };
  private ShopService shop;

  @BeforeEach
  void openWithSixTeas() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:schema.sql'"
            .formatted(UUID.randomUUID()));
    OrderRepository orders = new JdbcOrderRepository(database);
    StockRepository stock = new JdbcStockRepository(database);
    OrderDesk desk = new OrderDesk(orders, stock, (ctx, sku) -> prices.listCents(ctx, sku));
    shop = new ShopService(desk, orders, stock, Set.of("sam"));
    shop.receive("tea", 6);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void orderIsKeptForItsCustomerAndLeavesTheShelf() {
    Order order = shop.order(as("ann", "r-1"), "tea", 2).orElseThrow();

    assertThat(order).isEqualTo(new Order("r-1", "ann", "tea", 2, 900));
    assertThat(shop.inStock("tea")).isEqualTo(4);
    assertThat(shop.find(as("ann", "r-2"), "r-1")).hasValue(order);
    assertThat(shop.find(as("bob", "r-3"), "r-1")).isEmpty();
    assertThat(shop.find(as("ann", "r-4"), "r-9")).isEmpty();
  }

  @Test
  void whatIsNotInStockIsOrderedWhenItComesIn() {
    assertThat(shop.order(as("sam", "r-1"), "tea", 10)).isEmpty();
    assertThat(shop.inStock("tea")).isEqualTo(6);
    assertThat(shop.receive("tea", 3)).isEmpty();

    List<Order> filled = shop.receive("tea", 2);

    assertThat(filled).containsExactly(new Order("r-1", "sam", "tea", 10, 3600));
    assertThat(shop.inStock("tea")).isEqualTo(1);
    assertThat(shop.receive("tea", 20)).isEmpty();
  }

  @Test
  void quoteGivesStaffTheirDiscountAndAsksOnceForEachArticle() {
    List<String> basket = List.of("tea", "pot", "tea");

    assertThat(shop.quote(as("ann", "r-1"), basket)).isEqualTo(2100);
    assertThat(pricesAsked).containsExactly("tea", "pot");
    assertThat(shop.quote(as("sam", "r-2"), basket)).isEqualTo(1680);
  }

  @Test
  void orderThatCannotBeSavedGoesBackToTheShelf() {
    assertThat(shop.order(as("ann", "r-1"), "tea", 1)).isPresent();

    assertThrows(IllegalStateException.class, () -> shop.order(as("ann", "r-1"), "tea", 3));

    assertThat(shop.inStock("tea")).isEqualTo(5);
  }

  @Test
  void orderWhoseTimeIsUpTakesNothing() {
    try (CancellableContext late = as("ann", "r-1").withTimeout(Duration.ZERO)) {
      assertThrows(DeadlineExceededException.class, () -> shop.order(late, "tea", 1));
    }

    assertThat(shop.inStock("tea")).isEqualTo(6);
    assertThat(shop.find(as("ann", "r-2"), "r-1")).isEmpty();
  }

  @Test
  void priceLookUpHasDeadlineThoughTheRequestHasNone() {
    List<Duration> left = new ArrayList<>();
    prices =
        (ctx, sku) -> {
          left.add(ctx.remaining());
          return 450;
        };

    assertThat(shop.order(as("ann", "r-1"), "tea", 1)).isPresent();

    assertThat(left).hasSize(1);
    assertThat(left.get(0)).isAtMost(Duration.ofSeconds(2));
  }

  @Test
  void closingTheShopEndsRequestsUnderWay() {
    prices =
        (ctx, sku) -> {
          shop.close();
          ctx.throwIfDone();
          return 450;
        };

    assertThrows(CancelledException.class, () -> shop.order(as("ann", "r-1"), "tea", 1));

    assertThat(shop.inStock("tea")).isEqualTo(6);
  }

  @Test
  void runningLowNamesWhatIsBelowThree() {
    shop.receive("pot", 2);
    shop.receive("jam", 3);

    assertThat(shop.runningLow(List.of("tea", "pot", "jam", "mug")))
        .containsExactly("mug", "pot")
        .inOrder();
  }

  private static Context as(String user, String requestId) {
    return RequestInfo.withRequestId(
        Context.background().withValue(RequestInfo.USER, user), requestId);
  }
}
