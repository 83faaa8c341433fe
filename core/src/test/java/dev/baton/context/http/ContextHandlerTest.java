package dev.baton.context.http;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.baton.context.Context;
import dev.baton.context.ContextError;
import dev.baton.context.Threads;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ContextHandlerTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private HttpServer server;

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(Duration timeout, ContextExchangeHandler handler) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        task -> {
          var unused = Threads.startPooled(task::run);
        });
    server.createContext("/", ContextHandler.of(timeout, handler));
    server.start();
  }

  private HttpResponse<String> get() throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(bytes, 0, 1);
      body.write(bytes[1]);
      body.write(bytes, 2, bytes.length - 2);
      body.flush();
    }
  }

  @Test
  void eachRequestHasAContextThatEndsWithItsHandler() throws Exception {
    List<Context> seen = new CopyOnWriteArrayList<>();
    serve(
        HOUR,
        (ctx, exchange) -> {
          assertThat(ctx.isDone()).isFalse();
          assertThat(ctx.remaining()).isAtMost(HOUR);
          assertThat(ctx.deadline()).isPresent();
          seen.add(ctx);
          answer(exchange, "hello");
        });
    assertThat(get().body()).isEqualTo("hello");
    assertThat(get().body()).isEqualTo("hello");
    assertThat(seen).hasSize(2);
    assertThat(seen.get(0)).isNotSameInstanceAs(seen.get(1));
    for (Context ctx : seen) {
      assertThat(ctx.awaitDone(Threads.LIMIT)).isTrue();
      assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
    }
  }

  @Test
  void theTimeOfARequestIsLimited() throws Exception {
    serve(
        Duration.ofMillis(20),
        (ctx, exchange) -> {
          try {
            assertThat(ctx.awaitDone(Threads.LIMIT)).isTrue();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          answer(exchange, "" + ctx.err());
        });
    assertThat(get().body()).isEqualTo("context deadline exceeded");
  }

  @Test
  void aResponseWithoutBody() throws Exception {
    serve(HOUR, (ctx, exchange) -> exchange.sendResponseHeaders(204, -1));
    assertThat(get().statusCode()).isEqualTo(204);
  }

  @Test
  void whatTheHandlerThrowsIsTheCauseAndGoesOn() throws Exception {
    for (Exception thrown :
        List.of(new IOException("handler"), new IllegalStateException("handler"))) {
      CompletableFuture<Context> seen = new CompletableFuture<>();
      serve(
          HOUR,
          (ctx, exchange) -> {
            seen.complete(ctx);
            if (thrown instanceof IOException e) {
              throw e;
            }
            throw (RuntimeException) thrown;
          });
      assertThrows(IOException.class, this::get); // the server closes the connection
      assertThat(Threads.join(seen).awaitDone(Threads.LIMIT)).isTrue();
      assertThat(Threads.join(seen).cause()).isSameInstanceAs(thrown);
      server.stop(0);
    }
  }

  @Test
  void aWriteThatFailsCancelsTheContextWhileTheHandlerGoesOn() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch clientLeft = new CountDownLatch(1);
    CompletableFuture<Void> handled = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, exchange) -> {
          try {
            exchange.sendResponseHeaders(200, 0);
            started.countDown();
            Threads.await(clientLeft);
            assertWithMessage("the server does not tell").that(ctx.isDone()).isFalse();
            IOException failure = writeUntilItFails(exchange.getResponseBody());
            assertThat(ctx.isDone()).isTrue();
            assertThat(ctx.cause()).isSameInstanceAs(failure);
            handled.complete(null);
          } catch (Throwable e) {
            handled.completeExceptionally(e);
          }
        });
    try (Socket client =
        new Socket(InetAddress.getLoopbackAddress(), server.getAddress().getPort())) {
      client
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Threads.await(started);
      client.setSoLinger(true, 0); // so that it is a reset
    }
    clientLeft.countDown();
    Threads.join(handled);
  }

  private static IOException writeUntilItFails(OutputStream body) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < Threads.LIMIT.toNanos()) {
      try {
        body.write(new byte[1 << 16]);
        body.flush();
      } catch (IOException e) {
        return e;
      }
    }
    throw new AssertionError("a client that has left takes everything");
  }

  @Test
  void nullsAreRefused() throws IOException {
    serve(HOUR, (ctx, exchange) -> {});
    assertThrows(NullPointerException.class, () -> ContextHandler.of(null, (ctx, exchange) -> {}));
    assertThrows(NullPointerException.class, () -> ContextHandler.of(HOUR, null));
  }
}
