package dev.baton.context.jdbc;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Runs statements for as long as a context lives: when it is done, the query is cancelled on the
 * server.
 *
 * <pre>{@code
 * try (PreparedStatement find = connection.prepareStatement(FIND_TOTAL)) {
 *   find.setString(1, id);
 *   return JdbcContexts.query(ctx, find, rows -> rows.next() ? rows.getLong(1) : null);
 * }
 * }</pre>
 *
 * <p>A cancel is {@link Statement#cancel()}, on a thread of its own, and is repeated until the work
 * ends, as drivers drop one that comes too early. It may come too late: work that succeeds
 * nevertheless gives its result. The connection can be used as soon as the call returns or throws,
 * and no cancel hits what it executes next: a cancel that has started is waited for, for as long as
 * the driver takes. A transaction in which a query was cancelled has to be rolled back, as after
 * any error.
 *
 * <p>What cannot be cancelled goes on to its own end: where the driver refuses, and between two
 * executions. Work that does much in between, such as reading many rows, looks at its context. H2
 * loses a cancel that comes in the moment in which an execution begins, and each one after that. On
 * PostgreSQL, what else the work executes on the connection of its statement is cancelled, too.
 *
 * <p>Nothing here interrupts a thread, and an interrupt of the caller stays pending. {@code
 * setQueryTimeout} is left alone.
 *
 * <p>Safe from any number of threads, but a connection is the business of one at a time. Go's
 * {@code database/sql} does the same in {@code QueryContext} and {@code ExecContext}, but ends the
 * reading of rows too.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have; of java.sql
public final class JdbcContexts {
  /** The SQLSTATE of a query that was cancelled. */
  private static final String QUERY_CANCELED = "57014";

  private JdbcContexts() {}

  /**
   * Works on a statement, in whatever way.
   *
   * @param work executes the statement, once or several times; not called if the context is done
   * @return what the work returns
   * @throws ContextException if the context is done, and was on entry or the work fails with the
   *     SQLSTATE 57014, which is then suppressed in it
   * @throws SQLException as the work does
   */
  public static <S extends Statement, T extends @Nullable Object> T execute(
      Context ctx, S statement, SqlFunction<S, T> work) throws SQLException {
    requireNonNull(statement, "statement");
    requireNonNull(work, "work");
    ctx.throwIfDone();
    StatementCancel cancel = StatementCancel.whenDone(ctx, statement);
    try {
      return work.apply(statement);
    } catch (SQLException e) {
      if (QUERY_CANCELED.equals(e.getSQLState())) {
        throwIfDone(ctx, e);
      }
      throw e;
    } finally {
      cancel.workIsOver();
    }
  }

  /**
   * Runs a query and reads its rows.
   *
   * @param rows reads the rows, before the first of which the result set stands; it is closed then
   * @return what {@code rows} returns
   * @throws ContextException as {@link #execute} does
   */
  public static <T extends @Nullable Object> T query(
      Context ctx, PreparedStatement statement, SqlFunction<ResultSet, T> rows)
      throws SQLException {
    requireNonNull(rows, "rows");
    return execute(
        ctx,
        statement,
        query -> {
          try (ResultSet result = query.executeQuery()) {
            return rows.apply(result);
          }
        });
  }

  /**
   * Runs an insert, an update, a delete, or a statement that gives nothing.
   *
   * @return as {@link PreparedStatement#executeUpdate()}
   * @throws ContextException as {@link #execute} does; then the statement had no effect
   */
  public static int update(Context ctx, PreparedStatement statement) throws SQLException {
    return execute(ctx, statement, PreparedStatement::executeUpdate);
  }

  private static void throwIfDone(Context ctx, SQLException cancelled) {
    try {
      ctx.throwIfDone();
    } catch (ContextException e) {
      e.addSuppressed(cancelled);
      throw e;
    }
  }
}
