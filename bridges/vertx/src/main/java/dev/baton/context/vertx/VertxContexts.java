package dev.baton.context.vertx;

import static java.util.Objects.requireNonNull;

import dev.baton.context.CancellableContext;
import dev.baton.context.metadata.MetadataHeaders;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * Gives each request of a Vert.x server a context, which is cancelled when its client disconnects.
 *
 * <pre>{@code
 * server.requestHandler(VertxContexts.handler(Duration.ofSeconds(2), (ctx, request) ->
 *     vertx.executeBlocking(() -> orders.find(ctx, request.getParam("id")), false)
 *         .onSuccess(order -> request.response().end(order.toString()))
 *         .onFailure(failure -> request.response().setStatusCode(500).end())));
 * }</pre>
 *
 * <p>Vert.x reads on while a request is served, so it sees at once that a client has left. It tells
 * so on the Vert.x context of the request: in an event loop, if nothing blocks that; in a worker or
 * virtual-thread verticle only between two handlers, so work that blocks belongs into {@code
 * executeBlocking} there, too. While a request is paused and its body has not been read, nothing is
 * noticed.
 *
 * <p>With {@code false} requests are served side by side: else Vert.x runs the blocking work of all
 * requests of a server one after the other.
 *
 * <p>Go's {@code net/http} notices it once the body was read.
 */
public final class VertxContexts {
  private VertxContexts() {}

  /** As {@link #handler(Duration, MetadataHeaders, ContextRequestHandler)}, standard headers. */
  public static Handler<HttpServerRequest> handler(
      Duration timeout, ContextRequestHandler handler) {
    return handler(timeout, MetadataHeaders.standard(), handler);
  }

  /**
   * Makes a handler of requests that gives them their contexts.
   *
   * <p>A context has the metadata of its request. It is done when the time is up, when the response
   * has ended, when the client disconnects before that (its cause is an {@link
   * HttpClosedException}), or when the handler throws (the cause is what it throws, which goes on
   * to Vert.x). Work that goes on after the response gets {@code ctx.withoutCancel()}. When the
   * time is up nothing is sent: the handler finds out by its context, and answers.
   *
   * <p>The end handler and the close handler of the response are taken: use {@code ctx.afterFunc}.
   * Vert.x Web takes them too; there, derive the context by {@link MetadataHeaders#accept} and
   * close it by {@code RoutingContext.addEndHandler}.
   *
   * <p>Twice Vert.x tells nothing of the end of a response, and only the time ends the context. One
   * is after an upgrade, to a WebSocket or by {@code toNetSocket}: what serves the socket derives a
   * context of its own, by {@code ctx.withoutCancel().withCancel()}, and closes it by the {@code
   * closeHandler} of the socket. The other is {@code sendFile} over HTTP/1.1 to a client that
   * leaves in the middle of the file: it fails the future of {@code sendFile}, and that is all.
   *
   * <p>The cancel of a client that disconnects comes on the thread of the Vert.x context; that of a
   * response that ends comes on the thread that ends it, over HTTP/1.1 under the lock of its
   * connection. Actions that are registered to run on the cancelling thread run there, so they must
   * not block.
   *
   * <p>The handler that is returned may be used by any number of threads, if {@code handler} may.
   *
   * @param timeout for each request, from when its headers were read; zero or negative: contexts
   *     are done at birth. A client may shorten it: {@link MetadataHeaders#TIMEOUT}
   * @param headers what of the request's headers becomes the metadata
   * @param handler serves the requests
   */
  public static Handler<HttpServerRequest> handler(
      Duration timeout, MetadataHeaders headers, ContextRequestHandler handler) {
    requireNonNull(timeout, "timeout");
    requireNonNull(headers, "headers");
    requireNonNull(handler, "handler");
    return request -> {
      CancellableContext ctx = headers.accept(timeout, request.headers()::forEach);
      try {
        // Of these two at least one is called, if anything is told at all.
        HttpServerResponse response = request.response();
        response.endHandler(end -> end(ctx, response));
        response.closeHandler(close -> end(ctx, response));
        handler.handle(ctx, request);
      } catch (Throwable e) {
        ctx.cancel(e);
        throw e;
      }
    };
  }

  private static void end(CancellableContext ctx, HttpServerResponse response) {
    ctx.cancel(response.ended() ? null : new HttpClosedException("the client has left"));
  }
}
