package dev.baton.context.bridges;

import com.sun.net.httpserver.HttpServer;
import dev.baton.context.http.ContextHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class JdkServer implements RunningServer {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @Override
  public String name() {
    return "JDK `HttpServer`, by `ContextHandler`";
  }

  @Override
  public void start(Duration timeout, BusyHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        ContextHandler.of(
            timeout,
            (ctx, exchange) -> {
              exchange.sendResponseHeaders(200, 0);
              try {
                handler.handle(
                    ctx,
                    part -> {
                      exchange.getResponseBody().write(part);
                      exchange.getResponseBody().flush();
                    });
              } catch (Exception e) {
                throw new IOException(e);
              }
            }));
    server.start();
  }

  @Override
  public Client send() throws IOException {
    return new SocketClient(server.getAddress().getPort());
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop(0);
    }
    threads.shutdownNow();
  }
}
