package dev.baton.context.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A statement that does what a test wants, and nothing else. */
final class FakeStatement {
  /** What one method of a driver does. */
  interface Step {
    void run() throws SQLException;
  }

  /** The methods that were called, in order; a cancel is here when it has returned, too. */
  final List<String> calls = new CopyOnWriteArrayList<>();

  private final Step update;
  private final Step cancel;

  FakeStatement(Step update, Step cancel) {
    this.update = update;
    this.cancel = cancel;
  }

  PreparedStatement get() {
    return (PreparedStatement)
        Proxy.newProxyInstance(
            FakeStatement.class.getClassLoader(),
            new Class<?>[] {PreparedStatement.class},
            (proxy, method, args) -> call(method.getName()));
  }

  private Object call(String method) throws SQLException {
    return switch (method) {
      case "executeUpdate" -> {
        calls.add("update");
        update.run();
        yield 1;
      }
      case "cancel" -> {
        calls.add("cancel");
        cancel.run();
        calls.add("cancelled");
        yield null;
      }
      case "getConnection" -> connection();
      default -> throw new AssertionError(method); // setQueryTimeout, for one, is nobody's business
    };
  }

  private static Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            FakeStatement.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              if (method.getName().equals("isWrapperFor")) {
                return false;
              }
              throw new AssertionError(method);
            });
  }
}
