package dev.baton.context.http;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.io.IOException;
import java.time.Duration;

/**
 * Gives each request of the JDK's HTTP server a context of its own.
 *
 * <pre>{@code
 * server.createContext("/orders", ContextHandler.of(Duration.ofSeconds(2), orders::handle));
 * }</pre>
 *
 * <p>The context is done when the time is up, when the handler returns or throws, or when a write
 * of the response fails, as it does when the client has left. Its cause is what the handler or the
 * write has thrown. Work that goes on after the response gets {@code ctx.withoutCancel()}.
 *
 * <p>The server does not notice a client that leaves while the handler is busy; only a write does.
 * In Go, {@code net/http} notices it once the body of the request was read.
 *
 * <p>When the time is up nothing is sent: the handler finds out by its context, and answers. What
 * it throws goes on to the server, which closes the connection.
 *
 * <p>Safe for use by any number of threads, if the handler is.
 */
@SuppressWarnings("exports") // of jdk.httpserver, which who uses this requires
public final class ContextHandler implements HttpHandler {
  private final Duration timeout;
  private final ContextExchangeHandler handler;

  private ContextHandler(Duration timeout, ContextExchangeHandler handler) {
    this.timeout = timeout;
    this.handler = handler;
  }

  /**
   * Makes a handler that gives requests their contexts.
   *
   * @param timeout for each request, from when its headers were read; zero or negative: contexts
   *     are done at birth
   * @param handler serves the requests
   */
  public static ContextHandler of(Duration timeout, ContextExchangeHandler handler) {
    return new ContextHandler(
        requireNonNull(timeout, "timeout"), requireNonNull(handler, "handler"));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (CancellableContext ctx = Context.background().withTimeout(timeout)) {
      // Both, as the server wants the first to be made before streams are set.
      exchange.setStreams(
          exchange.getRequestBody(), new WatchedStream(exchange.getResponseBody(), ctx::cancel));
      try {
        handler.handle(ctx, exchange);
      } catch (IOException | RuntimeException e) {
        ctx.cancel(e);
        throw e;
      }
    }
  }
}
