package dev.baton.context.vertx;

import dev.baton.context.Context;
import io.vertx.core.http.HttpServerRequest;

/** Serves one request of a Vert.x server, with its context. */
@FunctionalInterface
public interface ContextRequestHandler {
  /** Begins to serve the request; the context lives until the response has ended. */
  void handle(Context ctx, HttpServerRequest request);
}
