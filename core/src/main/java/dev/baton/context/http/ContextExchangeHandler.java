package dev.baton.context.http;

import com.sun.net.httpserver.HttpExchange;
import dev.baton.context.Context;
import java.io.IOException;

/** Serves one request of the JDK's HTTP server, with its context. */
@FunctionalInterface
@SuppressWarnings("exports") // of jdk.httpserver, which who uses this requires
public interface ContextExchangeHandler {
  /** Serves the request, completely: the context is done when this returns. */
  void handle(Context ctx, HttpExchange exchange) throws IOException;
}
