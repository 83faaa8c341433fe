package dev.baton.context.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Repeats a cancel on PostgreSQL, where {@link Statement#cancel()} cannot.
 *
 * <p>The server drops a cancel that reaches it before it has begun to execute, although the driver
 * has sent the query; and the driver passes on one cancel for each execution, so the statement's
 * own would do nothing the second time. The connection's has no such limit. It is found by name: no
 * driver is needed to compile or to run this.
 */
final class PostgresCancel {
  private static final String CONNECTION = "org.postgresql.jdbc.PgConnection";
  private static final String CANCEL = "cancelQuery";

  private PostgresCancel() {}

  /**
   * Cancels whatever the statement's connection executes.
   *
   * @return false, with nothing done, if it is not one of PostgreSQL's
   */
  static boolean attempt(Statement statement) throws SQLException {
    Connection connection = statement.getConnection();
    if (!connection.isWrapperFor(Connection.class)) {
      return false;
    }
    Connection driver = connection.unwrap(Connection.class); // from what a pool has lent
    if (!driver.getClass().getName().equals(CONNECTION)) {
      return false;
    }
    try {
      driver.getClass().getMethod(CANCEL).invoke(driver);
      return true;
    } catch (InvocationTargetException e) {
      throw new SQLException(e.getCause());
    } catch (ReflectiveOperationException e) {
      return false; // another version of the driver
    }
  }
}
