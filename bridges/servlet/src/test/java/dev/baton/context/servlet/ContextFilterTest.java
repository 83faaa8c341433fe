package dev.baton.context.servlet;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.Context;
import dev.baton.context.ContextError;
import dev.baton.context.metadata.MetadataHeaders;
import dev.baton.context.metadata.RequestMetadata;
import dev.baton.context.testing.LeakCheck;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** In Jetty. */
@SuppressWarnings("try") // scopes are closed and not used
final class ContextFilterTest {
  /** Only a broken build waits so long. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final Duration HOUR = Duration.ofHours(1);

  private Server server;

  /** What the servlets saw, in order. */
  private final BlockingQueue<Context> served = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() throws Exception {
    if (server != null) {
      server.stop();
    }
  }

  private interface Service {
    void serve(Context ctx, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  private static final class TestServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Service service;
    private final transient BlockingQueue<Context> served;

    TestServlet(Service service, BlockingQueue<Context> served) {
      this.service = service;
      this.served = served;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      Context ctx = ContextFilter.context(request);
      served.add(ctx);
      service.serve(ctx, request, response);
    }
  }

  private void serve(Duration timeout, Service service) throws Exception {
    serve(timeout, EnumSet.of(DispatcherType.REQUEST), service);
  }

  private void serve(Duration timeout, EnumSet<DispatcherType> dispatches, Service service)
      throws Exception {
    server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    ServletContextHandler handler = new ServletContextHandler("/");
    FilterHolder filter = new FilterHolder(ContextFilter.of(timeout));
    filter.setAsyncSupported(true);
    handler.addFilter(filter, "/*", dispatches);
    ServletHolder servlet = new ServletHolder(new TestServlet(service, served));
    servlet.setAsyncSupported(true);
    handler.addServlet(servlet, "/*");
    server.setHandler(handler);
    server.start();
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

  private Context next() throws InterruptedException {
    return served.poll(LIMIT.toSeconds(), SECONDS);
  }

  private HttpRequest.Builder request() {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"));
  }

  private CompletableFuture<HttpResponse<String>> send() {
    return HttpClient.newHttpClient().sendAsync(request().build(), BodyHandlers.ofString());
  }

  // ---------------------------------------------------------------------------- synchronous

  @Test
  void aRequestHasAContextThatEndsWithItsServlet() throws Exception {
    serve(
        HOUR,
        (ctx, request, response) -> {
          assertThat(ctx.deadline()).isPresent();
          response.getWriter().print(ctx.err() + " " + (ctx.remaining().compareTo(HOUR) <= 0));
        });
    try (LeakCheck leaks = LeakCheck.start()) {
      assertThat(join(send()).body()).isEqualTo("null true");
      assertThat(join(send()).body()).isEqualTo("null true");
      Context first = next();
      Context second = next();
      assertThat(first).isNotSameInstanceAs(second);
      for (Context ctx : List.of(first, second)) {
        awaitDone(ctx);
        assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
      }
    }
  }

  @Test
  void theTimeOfARequestIsLimited() throws Exception {
    serve(
        Duration.ofMillis(20),
        (ctx, request, response) -> {
          awaitDone(ctx);
          response.setStatus(504);
          response.getWriter().print(ctx.err());
        });
    HttpResponse<String> response = join(send());
    assertThat(response.statusCode()).isEqualTo(504);
    assertThat(response.body()).isEqualTo("context deadline exceeded");
  }

  @Test
  void whatTheServletThrowsIsTheCauseAndGoesOn() throws Exception {
    ServletException thrown = new ServletException("servlet");
    serve(
        HOUR,
        (ctx, request, response) -> {
          throw thrown;
        });
    assertThat(join(send()).statusCode()).isEqualTo(500);
    Context ctx = next();
    awaitDone(ctx);
    assertThat(ctx.cause()).isSameInstanceAs(thrown);
  }

  @Test
  void theHeadersAreItsMetadata() throws Exception {
    serve(
        HOUR,
        (ctx, request, response) -> {
          boolean shorter = ctx.remaining().compareTo(Duration.ofMinutes(1)) <= 0;
          response
              .getWriter()
              .print(RequestMetadata.of(ctx).values("x-md-global-a") + " " + shorter);
        });
    HttpRequest request =
        request()
            .header("X-MD-Global-A", "1")
            .header("X-MD-Global-A", "2")
            .header(MetadataHeaders.TIMEOUT, "60000")
            .build();
    assertThat(join(HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString())).body())
        .isEqualTo("[1, 2] true");
  }

  @Test
  void aForwardedRequestKeepsItsContext() throws Exception {
    CompletableFuture<Boolean> doneAfter = new CompletableFuture<>();
    serve(
        HOUR,
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD),
        (ctx, request, response) -> {
          if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.getRequestDispatcher("/again").forward(request, response);
            doneAfter.complete(ctx.isDone());
          } else {
            response.getWriter().print("forwarded " + ctx.err());
          }
        });
    assertThat(join(send()).body()).isEqualTo("forwarded null");
    assertThat(join(doneAfter)).isFalse();
    assertThat(next()).isSameInstanceAs(next());
  }

  // --------------------------------------------------------------------------- asynchronous

  @Test
  void anAsynchronousRequestKeepsItsContextUntilItIsComplete() throws Exception {
    CompletableFuture<AsyncContext> started = new CompletableFuture<>();
    serve(HOUR, (ctx, request, response) -> started.complete(request.startAsync()));
    try (LeakCheck leaks = LeakCheck.start()) {
      CompletableFuture<HttpResponse<String>> response = send();
      AsyncContext async = join(started);
      Context ctx = next();
      async.getResponse().getWriter().print("late " + ctx.err());
      async.complete();
      assertThat(join(response).body()).isEqualTo("late null");
      awaitDone(ctx);
      assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
    }
  }

  @Test
  void anAsynchronousRequestThatIsCompleteBeforeItsServletReturns() throws Exception {
    serve(
        HOUR,
        (ctx, request, response) -> {
          AsyncContext async = request.startAsync(request, response);
          response.getWriter().print("early");
          async.complete();
        });
    try (LeakCheck leaks = LeakCheck.start()) {
      assertThat(join(send()).body()).isEqualTo("early");
      awaitDone(next());
    }
  }

  @Test
  void aRequestThatWasWrappedBeforeIsHeardToo() throws Exception {
    CompletableFuture<AsyncContext> started = new CompletableFuture<>();
    serve(
        HOUR,
        (ctx, request, response) -> {
          ServletRequest below = ((HttpServletRequestWrapper) request).getRequest();
          started.complete(below.startAsync());
        });
    CompletableFuture<HttpResponse<String>> response = send();
    Context ctx = next();
    AsyncContext async = join(started);
    assertThat(ctx.isDone()).isFalse();
    async.complete();
    assertThat(join(response).statusCode()).isEqualTo(200);
    awaitDone(ctx);
  }

  @Test
  void aRequestThatIsDispatchedKeepsItsContext() throws Exception {
    for (DispatcherType also : List.of(DispatcherType.REQUEST, DispatcherType.ASYNC)) {
      serve(
          HOUR,
          EnumSet.of(DispatcherType.REQUEST, also),
          (ctx, request, response) -> {
            if (request.getAttribute("rounds") == null) {
              request.setAttribute("rounds", 1);
              request.startAsync().dispatch(); // before this returns
            } else if (request.getAttribute("rounds").equals(1)) {
              request.setAttribute("rounds", 2);
              AsyncContext again = request.startAsync();
              again.start(again::dispatch);
            } else {
              response.getWriter().print("third " + ctx.err());
            }
          });
      assertThat(join(send()).body()).isEqualTo("third null");
      Context ctx = next();
      assertThat(next()).isSameInstanceAs(ctx);
      assertThat(next()).isSameInstanceAs(ctx);
      awaitDone(ctx);
      assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
      server.stop();
    }
  }

  @Test
  void aTimeLimitOfTheContainerEndsTheContext() throws Exception {
    serve(HOUR, (ctx, request, response) -> request.startAsync().setTimeout(20));
    CompletableFuture<HttpResponse<String>> response = send();
    Context ctx = next();
    awaitDone(ctx);
    assertThat(ctx.cause()).isInstanceOf(TimeoutException.class);
    assertThat(join(response).statusCode()).isEqualTo(500);
  }

  @Test
  void theTimeOfAnAsynchronousRequestIsLimited() throws Exception {
    serve(
        Duration.ofMillis(20),
        (ctx, request, response) -> {
          AsyncContext async = request.startAsync();
          var unused =
              ctx.afterFunc(
                  () -> {
                    ((HttpServletResponse) async.getResponse()).setStatus(504);
                    async.complete();
                  });
        });
    assertThat(join(send()).statusCode()).isEqualTo(504);
    assertThat(next().err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
  }

  @Test
  void aRequestThatDidNotComeThroughHasNone() throws Exception {
    serve(
        HOUR,
        (ctx, request, response) -> {
          request.removeAttribute(ContextFilter.class.getName());
          IllegalStateException thrown =
              assertThrows(IllegalStateException.class, () -> ContextFilter.context(request));
          response.getWriter().print(thrown.getMessage());
        });
    assertThat(join(send()).body()).contains("did not come through a ContextFilter");
  }

  @Test
  void nullsAreRefused() {
    assertThrows(NullPointerException.class, () -> ContextFilter.of(null));
    assertThrows(NullPointerException.class, () -> ContextFilter.of(HOUR, null));
  }
}
