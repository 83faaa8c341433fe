package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.BlockingQueue;

/** A listener stops by hand what blocks. */
final class StoppedByListener {

  boolean find(Context ctx, Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        Registration stopper = ctx.afterFunc(() -> stop(select));
        ResultSet rows = select.executeQuery("select 1")) {
      return rows.next();
    }
  }

  void drain(Context ctx, BlockingQueue<String> queue) {
    ctx.afterFunc(
        () -> {
          try {
            queue.put("end");
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void stop(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      // It has ended by itself.
    }
  }
}
