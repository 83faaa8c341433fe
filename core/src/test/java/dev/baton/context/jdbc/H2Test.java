package dev.baton.context.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

final class H2Test extends DatabaseContract {
  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:mem:baton");
  }

  @Override
  String endless() {
    return "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b";
  }

  @Override
  String brief() {
    return "select count(*) from system_range(1, 5000) where mod(x, 7) = 0";
  }

  @Override
  String executing() {
    return "select count(*) from information_schema.sessions"
        + " where executing_statement like 'select count(*) from system_range%'";
  }
}
