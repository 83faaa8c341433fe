package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.Selector;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The other end takes its time. */
final class AsksServers {

  boolean find(Context ctx, Connection connection, String id) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("select 1 from t where id = ?")) {
      select.setString(1, id);
      // BUG: Diagnostic contains: write `JdbcContexts.query(ctx, select, ...)` instead
      try (ResultSet rows = select.executeQuery()) {
        return rows.next();
      }
    }
  }

  int save(Context ctx, PreparedStatement insert) throws SQLException {
    // BUG: Diagnostic contains: write `JdbcContexts.update(ctx, insert)` instead
    int updated = insert.executeUpdate();
    // BUG: Diagnostic contains: write `JdbcContexts.execute(ctx, insert, ...)` instead
    return updated + insert.executeBatch().length;
  }

  String get(Context ctx, HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    // BUG: Diagnostic contains: write `HttpClients.send(ctx, client, ...)` instead
    return client.send(request, BodyHandlers.ofString()).body();
  }

  int select(Context ctx, Selector selector) throws IOException {
    // BUG: Diagnostic contains: write `Interrupts.call(ctx, selector::select)` instead
    return selector.select();
  }
}
