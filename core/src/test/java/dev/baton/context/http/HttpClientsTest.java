package dev.baton.context.http;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.DeadlineExceededException;
import dev.baton.context.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class HttpClientsTest {
  private static final String WHOLE = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
  private static final String BEGINNING = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello";
  private static final String NOTHING = "";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void theResponseIsThatOfTheClient() throws Exception {
    try (SilentServer server = SilentServer.start(WHOLE);
        CancellableContext ctx = Context.background().withCancel()) {
      HttpResponse<String> response =
          HttpClients.send(ctx, client, server.request(), BodyHandlers.ofString());
      assertThat(response.body()).isEqualTo("hello");
      assertThat(response.statusCode()).isEqualTo(200);
      ctx.cancel();
      assertThat(response.body()).isEqualTo("hello");
    }
  }

  @Test
  void aContextThatIsDoneSendsNothing() throws Exception {
    try (SilentServer server = SilentServer.start(WHOLE)) {
      Context ctx = Context.background().withTimeout(Duration.ZERO);
      HttpRequest request = server.request();
      assertThrows(
          DeadlineExceededException.class,
          () -> HttpClients.send(ctx, client, request, BodyHandlers.ofString()));
      CompletableFuture<HttpResponse<String>> future =
          HttpClients.sendAsync(ctx, client, request, BodyHandlers.ofString());
      assertThat(future.isCancelled()).isTrue();
      assertThat(server.wasAsked()).isFalse();
    }
  }

  @Test
  void cancelAbortsAnExchangeWithoutAnswer() throws Exception {
    abortedByCancel(NOTHING);
  }

  @Test
  void cancelAbortsAnExchangeWhoseBodyArrives() throws Exception {
    abortedByCancel(BEGINNING);
  }

  private void abortedByCancel(String answer) throws IOException {
    Throwable why = new Throwable("why");
    CancellableContext ctx = Context.background().withCancel();
    try (SilentServer server = SilentServer.start(answer)) {
      CompletableFuture<Void> sender =
          Threads.start(
              () -> {
                CancelledException e =
                    assertThrows(
                        CancelledException.class,
                        () ->
                            HttpClients.send(
                                ctx, client, server.request(), BodyHandlers.ofString()));
                assertThat(e).hasCauseThat().isSameInstanceAs(why);
                assertThat(Arrays.toString(e.getStackTrace())).contains("HttpClientsTest");
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
              });
      server.untilAsked();
      assertThat(server.wasLeft()).isFalse();
      ctx.cancel(why);
      Threads.join(sender);
      server.untilLeft();
    }
  }

  @Test
  void aDeadlineAbortsTheExchange() throws Exception {
    try (SilentServer server = SilentServer.start(NOTHING);
        CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(300))) {
      assertThrows(
          DeadlineExceededException.class,
          () -> HttpClients.send(ctx, client, server.request(), BodyHandlers.ofString()));
      if (server.wasAsked()) { // or the connection was not even made by then
        server.untilLeft();
      }
    }
  }

  @Test
  void cancelAbortsABodyThatIsStreamed() throws Exception {
    CancellableContext ctx = Context.background().withCancel();
    try (SilentServer server = SilentServer.start(BEGINNING)) {
      HttpResponse<InputStream> response =
          HttpClients.send(ctx, client, server.request(), BodyHandlers.ofInputStream());
      assertThat(new String(response.body().readNBytes(5), StandardCharsets.US_ASCII))
          .isEqualTo("hello");
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      CompletableFuture<Void> reader =
          Threads.start(
              () -> {
                thread.complete(Thread.currentThread());
                IOException e = assertThrows(IOException.class, () -> response.body().read());
                assertThat(e).hasCauseThat().isInstanceOf(CancelledException.class);
              });
      Threads.untilParked(Threads.join(thread));
      assertThat(server.wasLeft()).isFalse();
      ctx.cancel();
      Threads.join(reader);
      server.untilLeft();
    }
  }

  @Test
  void aStreamedBodyThatWasReadIsLetAlone() throws Exception {
    CancellableContext ctx = Context.background().withCancel();
    try (SilentServer server = SilentServer.start(WHOLE)) {
      InputStream body =
          HttpClients.send(ctx, client, server.request(), BodyHandlers.ofInputStream()).body();
      assertThat(body.readAllBytes()).hasLength(5);
      ctx.cancel();
      assertThat(body.read()).isEqualTo(-1);
    }
  }

  @Test
  void aReaderThatLeavesClosesTheConnection() throws Exception {
    try (SilentServer server = SilentServer.start(BEGINNING);
        CancellableContext ctx = Context.background().withCancel()) {
      HttpClients.send(ctx, client, server.request(), BodyHandlers.ofInputStream()).body().close();
      server.untilLeft();
    }
  }

  @Test
  void aLiveContextLetsGoOfABodyThatHasEnded() throws Exception {
    for (String answer : new String[] {WHOLE, BEGINNING}) {
      try (SilentServer server = SilentServer.start(answer);
          CancellableContext ctx = Context.background().withCancel()) {
        WeakReference<Object> seen = new WeakReference<>(readToTheEnd(ctx, server));
        Threads.until(
            () -> {
              System.gc();
              return seen.get() == null;
            });
      }
    }
  }

  /** Reads a whole body, or a part of one and leaves; returns who was subscribed to it. */
  private Object readToTheEnd(Context ctx, SilentServer server) throws Exception {
    AtomicReference<Object> subscriber = new AtomicReference<>();
    HttpClient once = HttpClient.newHttpClient(); // which is forgotten, with its connections
    HttpResponse<InputStream> response =
        HttpClients.send(
            ctx,
            once,
            server.request(),
            info -> {
              BodySubscriber<InputStream> body = BodySubscribers.ofInputStream();
              subscriber.set(body);
              return body;
            });
    assertThat(response.body().readNBytes(5)).hasLength(5);
    response.body().close();
    return subscriber.get();
  }

  @Test
  void anInterruptAbortsTheExchangeAndNotTheContext() throws Exception {
    try (SilentServer server = SilentServer.start(NOTHING);
        CancellableContext ctx = Context.background().withCancel()) {
      CompletableFuture<Thread> thread = new CompletableFuture<>();
      CompletableFuture<Void> sender =
          Threads.start(
              () -> {
                thread.complete(Thread.currentThread());
                assertThrows(
                    InterruptedException.class,
                    () -> HttpClients.send(ctx, client, server.request(), BodyHandlers.ofString()));
              });
      server.untilAsked();
      Threads.join(thread).interrupt();
      Threads.join(sender);
      server.untilLeft();
      assertThat(ctx.isDone()).isFalse();
    }
  }

  @Test
  void anInterruptOnEntrySendsNothing() throws Exception {
    try (SilentServer server = SilentServer.start(WHOLE)) {
      Thread.currentThread().interrupt();
      assertThrows(
          InterruptedException.class,
          () ->
              HttpClients.send(
                  Context.background(), client, server.request(), BodyHandlers.ofString()));
      assertThat(server.wasAsked()).isFalse();
    }
  }

  @Test
  void async_theFutureTellsOfTheEnd() throws Exception {
    Throwable why = new Throwable("why");
    CancellableContext ctx = Context.background().withCancel();
    try (SilentServer server = SilentServer.start(NOTHING)) {
      CompletableFuture<HttpResponse<String>> future =
          HttpClients.sendAsync(ctx, client, server.request(), BodyHandlers.ofString());
      server.untilAsked();
      ctx.cancel(why);
      ContextException e = Threads.end(future::get);
      assertThat(e).isInstanceOf(CancelledException.class);
      assertThat(e).hasCauseThat().isSameInstanceAs(why);
      assertThat(future.isCancelled()).isTrue();
      server.untilLeft();
    }
  }

  @Test
  void async_cancellingTheFutureAbortsTheExchange() throws Exception {
    try (SilentServer server = SilentServer.start(NOTHING)) {
      CompletableFuture<HttpResponse<String>> future =
          HttpClients.sendAsync(
              Context.background(), client, server.request(), BodyHandlers.ofString());
      server.untilAsked();
      assertThat(future.cancel(true)).isTrue();
      server.untilLeft();
    }
  }

  /** The response comes, but is read where it is given: by a dependent, on the client's thread. */
  @Test
  void async_cancelAbortsABodyThatADependentReads() throws Exception {
    CancellableContext ctx = Context.background().withCancel();
    try (SilentServer server = SilentServer.start(BEGINNING)) {
      CompletableFuture<Void> reading = new CompletableFuture<>();
      CompletableFuture<Integer> read =
          HttpClients.sendAsync(ctx, client, server.request(), BodyHandlers.ofInputStream())
              .thenApply(
                  response -> {
                    try {
                      byte[] first = response.body().readNBytes(5);
                      reading.complete(null);
                      return first.length + response.body().read();
                    } catch (IOException e) {
                      throw new IllegalStateException(e.getCause());
                    }
                  });
      Threads.join(reading);
      ctx.cancel();
      ExecutionException e = assertThrows(ExecutionException.class, read::get);
      assertThat(e.getCause().getCause()).isInstanceOf(CancelledException.class);
      server.untilLeft();
    }
  }

  @Test
  void failuresAreThoseOfTheClient() throws Exception {
    SilentServer server = SilentServer.start(WHOLE);
    HttpRequest request = server.request();
    server.close();
    assertThrows(
        ConnectException.class,
        () -> HttpClients.send(Context.background(), client, request, BodyHandlers.ofString()));
    ExecutionException e =
        assertThrows(
            ExecutionException.class,
            HttpClients.sendAsync(Context.background(), client, request, BodyHandlers.ofString())
                ::get);
    assertThat(e).hasCauseThat().isInstanceOf(ConnectException.class);
  }

  @Test
  void whatAHandlerThrowsIsAnIoException() throws Exception {
    IllegalStateException thrown = new IllegalStateException("handler");
    try (SilentServer server = SilentServer.start(WHOLE)) {
      IOException e =
          assertThrows(
              IOException.class,
              () ->
                  HttpClients.send(
                      Context.background(),
                      client,
                      server.request(),
                      info -> {
                        throw thrown;
                      }));
      assertThat(e).hasCauseThat().isSameInstanceAs(thrown);
    }
  }

  @Test
  void nullsAreRefused() {
    Context ctx = Context.background();
    HttpRequest request = HttpRequest.newBuilder(java.net.URI.create("http://localhost")).build();
    assertThrows(
        NullPointerException.class,
        () -> HttpClients.sendAsync(null, client, request, BodyHandlers.ofString()));
    assertThrows(
        NullPointerException.class,
        () -> HttpClients.sendAsync(ctx, null, request, BodyHandlers.ofString()));
    assertThrows(
        NullPointerException.class,
        () -> HttpClients.sendAsync(ctx, client, null, BodyHandlers.ofString()));
    assertThrows(
        NullPointerException.class, () -> HttpClients.sendAsync(ctx, client, request, null));
  }
}
