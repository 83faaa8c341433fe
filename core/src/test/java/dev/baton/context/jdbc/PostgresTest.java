package dev.baton.context.jdbc;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.DeadlineExceededException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * On the server that the property {@code postgres.url} names; see {@code src/test/postgres/run}.
 */
@Tag("postgres")
final class PostgresTest extends DatabaseContract {
  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection(System.getProperty("postgres.url"));
  }

  @Override
  String endless() {
    return "select count(*) from pg_sleep(10000)";
  }

  @Override
  String brief() {
    return "select count(*) from pg_sleep(0.001)";
  }

  @Override
  String executing() {
    return "select count(*) from pg_stat_activity"
        + " where state = 'active' and query like '%pg_sleep(10000)%'"
        + " and pid <> pg_backend_pid()";
  }

  /** The driver drops the cancel of a statement that does not execute, however often it comes. */
  @Test
  void cancelStopsAlsoWhatTheWorkExecutesBesideItsStatement() throws SQLException {
    try (Connection connection = connect();
        Statement idle = connection.createStatement();
        Statement busy = connection.createStatement();
        CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(100))) {
      assertThrows(
          DeadlineExceededException.class,
          () -> JdbcContexts.execute(ctx, idle, statement -> busy.executeQuery(endless())));
      try (ResultSet rows = busy.executeQuery("select 1")) {
        only(rows);
      }
    }
  }

  /**
   * A cancel that finds nothing executed is dropped by the server, and comes again. H2's driver
   * cannot be asked again: its cancel forgets the command that it came too early for.
   */
  @Test
  void aCancelThatComesBeforeTheQueryStopsItNevertheless() throws SQLException {
    try (Connection connection = connect()) {
      for (int round = 0; round < 100; round++) {
        CancellableContext ctx = Context.background().withCancel();
        try (PreparedStatement query = connection.prepareStatement(endless())) {
          assertThrows(
              CancelledException.class,
              () ->
                  JdbcContexts.execute(
                      ctx,
                      query,
                      statement -> {
                        ctx.cancel();
                        return statement.executeQuery();
                      }));
        }
      }
    }
  }
}
