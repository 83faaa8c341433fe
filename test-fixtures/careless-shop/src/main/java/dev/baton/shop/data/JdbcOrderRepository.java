package dev.baton.shop.data;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Registration;
import dev.baton.shop.biz.Order;
import dev.baton.shop.biz.OrderRepository;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/** Orders in the table {@code orders}. A statement is stopped when its context is done. */
public final class JdbcOrderRepository implements OrderRepository {

  private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(2);

  private final DataSource dataSource;

  public JdbcOrderRepository(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Optional<Order> find(String id, Context ctx) {
    ctx.throwIfDone();
    CancellableContext timed = ctx.withTimeout(QUERY_TIMEOUT);
    Optional<Order> order;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT id, customer, sku, quantity, total_cents FROM orders WHERE id = ?");
        Registration stopper = timed.afterFunc(() -> stop(select))) {
      select.setString(1, id);
      try (ResultSet rows = select.executeQuery()) {
        order = rows.next() ? Optional.of(read(rows)) : Optional.empty();
      }
    } catch (SQLException e) {
      timed.throwIfDone();
      throw new IllegalStateException("cannot read order " + id, e);
    }
    timed.cancel();
    return order;
  }

  @Override
  public void save(Context ctx, Order order) {
    ctx.throwIfDone();
    try (CancellableContext timed = ctx.withTimeout(QUERY_TIMEOUT);
        Connection connection = dataSource.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO orders (id, customer, sku, quantity, total_cents)"
                    + " VALUES (?, ?, ?, ?, ?)");
        Registration stopper = timed.afterFunc(() -> stop(insert))) {
      insert.setString(1, order.id());
      insert.setString(2, order.customer());
      insert.setString(3, order.sku());
      insert.setInt(4, order.quantity());
      insert.setLong(5, order.totalCents());
      insert.executeUpdate();
    } catch (SQLException e) {
      ctx.throwIfDone();
      throw new IllegalStateException("cannot save order " + order.id(), e);
    }
  }

  private static Order read(ResultSet row) throws SQLException {
    return new Order(
        row.getString("id"),
        row.getString("customer"),
        row.getString("sku"),
        row.getInt("quantity"),
        row.getLong("total_cents"));
  }

  private static void stop(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // It has ended by itself.
    }
  }
}
