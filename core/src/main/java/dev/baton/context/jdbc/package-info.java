/**
 * Contexts for JDBC: a query ends on the server when the context that wanted it does.
 *
 * <p>A module that uses this package requires {@code java.sql} itself.
 */
@NullMarked
package dev.baton.context.jdbc;

import org.jspecify.annotations.NullMarked;
