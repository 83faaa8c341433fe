package dev.baton.context.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Work on a statement or on the rows of a query.
 *
 * @param <S> what it works on
 * @param <T> what it finds; may be null
 */
@FunctionalInterface
@SuppressWarnings("exports") // of the nullness annotations, which users need not have; of java.sql
public interface SqlFunction<S, T extends @Nullable Object> {
  /** Does the work. */
  T apply(S subject) throws SQLException;
}
