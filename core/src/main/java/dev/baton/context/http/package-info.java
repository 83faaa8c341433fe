/**
 * Contexts for the HTTP client and the HTTP server of the JDK.
 *
 * <p>A module that uses {@link dev.baton.context.http.HttpClients} requires {@code java.net.http}
 * itself, and one that uses {@link dev.baton.context.http.ContextHandler} {@code jdk.httpserver}.
 *
 * <p>Nothing here carries values over the network: headers such as {@code traceparent} are the
 * caller's business.
 */
@NullMarked
package dev.baton.context.http;

import org.jspecify.annotations.NullMarked;
