package dev.baton.context.vertx;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextError;
import dev.baton.context.metadata.MetadataHeaders;
import dev.baton.context.metadata.RequestMetadata;
import dev.baton.context.testing.LeakCheck;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // scopes are closed and not used
final class VertxContextsTest {
  /** Only a broken build waits so long. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration HOUR = Duration.ofHours(1);

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(LIMIT.toSeconds(), SECONDS);
  }

  private void serve(Duration timeout, ContextRequestHandler handler) throws Exception {
    HttpServerOptions loopback = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
    server =
        join(
            vertx
                .createHttpServer(loopback)
                .requestHandler(VertxContexts.handler(timeout, handler))
                .listen()
                .toCompletionStage()
                .toCompletableFuture());
  }

  private static <T> T join(Future<T> future) throws Exception {
    return future.get(LIMIT.toSeconds(), SECONDS);
  }

  private static void awaitDone(Context ctx) {
    try {
      assertWithMessage("done").that(ctx.awaitDone(LIMIT)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + "/"));
  }

  private HttpResponse<String> get() throws Exception {
    return join(HttpClient.newHttpClient().sendAsync(request().build(), BodyHandlers.ofString()));
  }

  private Socket sendHttp1(String line) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    String request = line + "\r\nHost: localhost\r\n\r\n";
    client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  @Test
  void aRequestHasAContextThatEndsWithItsResponse() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          served.complete(ctx);
          request.response().end(ctx.err() + " " + ctx.remaining().minus(HOUR).isNegative());
        });
    try (LeakCheck leaks = LeakCheck.start()) {
      assertThat(get().body()).isEqualTo("null true");
      awaitDone(join(served));
    }
    assertThat(join(served).err()).isEqualTo(ContextError.CANCELLED);
    assertThat(join(served).cause()).isNotInstanceOf(HttpClosedException.class);
  }

  @Test
  void theContextLivesUntilTheResponseHasEnded() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    CompletableFuture<Void> wanted = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          served.complete(ctx);
          var unused = wanted.thenRun(() -> request.response().end("late"));
        });
    CompletableFuture<HttpResponse<String>> response =
        HttpClient.newHttpClient().sendAsync(request().build(), BodyHandlers.ofString());
    Context ctx = join(served);
    assertThat(ctx.isDone()).isFalse();
    wanted.complete(null);
    assertThat(join(response).body()).isEqualTo("late");
    awaitDone(ctx);
  }

  @Test
  void theCancelComesOnTheThreadThatEndsTheResponse() throws Exception {
    CompletableFuture<Thread> ending = new CompletableFuture<>();
    CompletableFuture<Thread> cancelling = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          var unused =
              ctx.afterFunc(Runnable::run, () -> cancelling.complete(Thread.currentThread()));
          var unusedEnd =
              vertx.executeBlocking(
                  () -> {
                    ending.complete(Thread.currentThread());
                    return request.response().end("ended");
                  },
                  false);
        });
    try (Socket client = sendHttp1("GET / HTTP/1.1")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      assertThat(join(cancelling)).isSameInstanceAs(join(ending));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aClientThatLeavesCancelsTheContextWhileItsWorkIsBusy(boolean reset) throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    CompletableFuture<ContextError> seen = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          var unused =
              vertx.executeBlocking(
                  () -> {
                    served.complete(ctx);
                    awaitDone(ctx);
                    return seen.complete(ctx.err());
                  });
        });
    try (Socket client = sendHttp1("GET / HTTP/1.1")) {
      assertThat(join(served).isDone()).isFalse();
      client.setSoLinger(reset, 0);
    }
    assertThat(join(seen)).isEqualTo(ContextError.CANCELLED);
    assertThat(join(served).cause()).isInstanceOf(HttpClosedException.class);
  }

  @Test
  void aClientThatLeavesInTheMiddleOfTheResponse() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          request.response().setChunked(true);
          var unused = request.response().write("first");
          served.complete(ctx);
        });
    try (Socket client = sendHttp1("GET / HTTP/1.1")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
    }
    awaitDone(join(served));
    assertThat(join(served).cause()).isInstanceOf(HttpClosedException.class);
  }

  /** Vert.x has it so, and the page says it. */
  @Test
  void aClientThatLeavesInTheMiddleOfAFileIsToldByTheFutureAlone() throws Exception {
    Path file = Files.createTempFile("vertx", null);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }
    CompletableFuture<Context> served = new CompletableFuture<>();
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          served.complete(ctx);
          var unused = request.response().sendFile(file.toString()).onFailure(failed::complete);
        });
    try (Socket client = sendHttp1("GET / HTTP/1.1")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      assertThat(failed.isDone()).isFalse();
    } finally {
      Files.delete(file);
    }
    assertThat(join(failed)).isNotNull();
    assertThat(join(served).isDone()).isFalse();
  }

  @Test
  void aFileThatIsSentEndsTheContext() throws Exception {
    Path file = Files.writeString(Files.createTempFile("vertx", null), "text");
    CompletableFuture<Context> served = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          served.complete(ctx);
          var unused = request.response().sendFile(file.toString());
        });
    try (Socket client = sendHttp1("GET / HTTP/1.1")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      awaitDone(join(served));
    } finally {
      Files.delete(file);
    }
    assertThat(join(served).cause()).isNotInstanceOf(HttpClosedException.class);
  }

  @Test
  void anUpgradedConnectionHasAContextOfItsOwn() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    CompletableFuture<Context> socket = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request) -> {
          served.complete(ctx);
          CancellableContext own = ctx.withoutCancel().withCancel();
          var unused =
              request
                  .toNetSocket()
                  .onSuccess(upgraded -> upgraded.closeHandler(closed -> own.close()))
                  .onSuccess(upgraded -> socket.complete(own));
        });
    try (Socket client = sendHttp1("CONNECT / HTTP/1.1")) {
      assertThat(client.getInputStream().read()).isEqualTo('H');
      assertThat(join(socket).isDone()).isFalse();
    }
    awaitDone(join(socket));
    assertThat(join(served).isDone()).isFalse();
  }

  @Test
  void theTimeOfARequestIsLimited() throws Exception {
    serve(
        Duration.ofMillis(20),
        (ctx, request) -> {
          var unused = ctx.afterFunc(() -> request.response().end("" + ctx.err()));
        });
    assertThat(get().body()).isEqualTo("context deadline exceeded");
  }

  @Test
  void whatTheHandlerThrowsIsTheCause() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    CompletableFuture<Throwable> reported = new CompletableFuture<>();
    IllegalStateException thrown = new IllegalStateException("handler");
    serve(
        HOUR,
        (ctx, request) -> {
          served.complete(ctx);
          vertx.getOrCreateContext().exceptionHandler(reported::complete);
          throw thrown;
        });
    var unused = HttpClient.newHttpClient().sendAsync(request().build(), BodyHandlers.discarding());
    Context ctx = join(served);
    awaitDone(ctx);
    assertThat(ctx.cause()).isSameInstanceAs(thrown);
    assertThat(join(reported)).isSameInstanceAs(thrown);
  }

  @Test
  void theHeadersAreItsMetadata() throws Exception {
    serve(
        HOUR,
        (ctx, request) -> {
          boolean shorter = ctx.remaining().compareTo(Duration.ofMinutes(1)) <= 0;
          request.response().end(RequestMetadata.of(ctx).values("x-md-global-a") + " " + shorter);
        });
    HttpRequest request =
        request()
            .header("X-MD-Global-A", "1")
            .header("X-MD-Global-A", "2")
            .header(MetadataHeaders.TIMEOUT, "60000")
            .build();
    HttpResponse<String> response =
        join(HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString()));
    assertThat(response.body()).isEqualTo("[1, 2] true");
  }

  @Test
  void nullsAreRefused() {
    assertThrows(
        NullPointerException.class, () -> VertxContexts.handler(null, (ctx, request) -> {}));
    assertThrows(NullPointerException.class, () -> VertxContexts.handler(HOUR, null));
    assertThrows(
        NullPointerException.class, () -> VertxContexts.handler(HOUR, null, (ctx, request) -> {}));
  }
}
