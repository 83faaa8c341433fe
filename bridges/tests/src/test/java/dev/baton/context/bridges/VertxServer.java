package dev.baton.context.bridges;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.baton.context.vertx.VertxContexts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.time.Duration;

@SuppressWarnings("try") // an interrupt ends the test
final class VertxServer implements RunningServer {
  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @Override
  public String name() {
    return "Vert.x 5, by `VertxContexts`";
  }

  @Override
  public void start(Duration timeout, BusyHandler handler) throws Exception {
    server =
        join(
            vertx
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(
                    VertxContexts.handler(
                        timeout,
                        (ctx, request) -> {
                          request.response().setChunked(true);
                          var unused =
                              vertx.executeBlocking(
                                  () -> {
                                    handler.handle(ctx, part -> write(request, part));
                                    return null;
                                  },
                                  false);
                        }))
                .listen());
  }

  private static void write(HttpServerRequest request, byte[] part) {
    var unused = request.response().write(Buffer.buffer(part));
  }

  private static <T> T join(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(30, SECONDS);
  }

  @Override
  public Client send() throws IOException {
    return new SocketClient(server.actualPort());
  }

  @Override
  public void close() throws Exception {
    var unused = join(vertx.close());
  }
}
