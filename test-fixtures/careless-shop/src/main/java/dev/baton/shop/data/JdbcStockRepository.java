package dev.baton.shop.data;

import dev.baton.context.Context;
import dev.baton.shop.biz.StockRepository;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stock in the table {@code stock}. */
public final class JdbcStockRepository implements StockRepository {

  private final DataSource dataSource;

  public JdbcStockRepository(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public int available(Context ctx, String sku) {
    if (ctx != null) {
      ctx.throwIfDone();
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT quantity FROM stock WHERE sku = ?")) {
      select.setString(1, sku);
      try (ResultSet rows = select.executeQuery()) {
        return rows.next() ? rows.getInt("quantity") : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read the stock of " + sku, e);
    }
  }

  @Override
  public boolean take(Context ctx, String sku, int quantity) {
    ctx.throwIfDone();
    return update(
            "UPDATE stock SET quantity = quantity - ? WHERE sku = ? AND quantity >= ?",
            quantity,
            sku,
            quantity)
        == 1;
  }

  @Override
  public void put(@Nullable Context ctx, String sku, int quantity) {
    if (ctx != null) {
      ctx.throwIfDone();
    }
    if (update("UPDATE stock SET quantity = quantity + ? WHERE sku = ?", quantity, sku) == 0) {
      update("INSERT INTO stock (sku, quantity) VALUES (?, ?)", sku, quantity);
    }
  }

  private int update(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot change the stock", e);
    }
  }
}
