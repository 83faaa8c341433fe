package dev.baton.context.bridges;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.concurrent.TimeUnit.SECONDS;

import dev.baton.context.Context;
import dev.baton.context.ContextError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures what each server notices, and compares it with the table on the page. */
@SuppressWarnings("try") // an interrupt ends the test
final class CapabilitiesTest {
  private static final Duration HOUR = Duration.ofHours(1);

  /** Only a broken build waits so long for what the page says is so. */
  private static final long LIMIT = 30;

  /** So long must what is said not to be so not be so: a hundred times what others take. */
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

  /** Long enough that a call is served at all: gRPC drops one that is late before. */
  private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

  static Stream<Supplier<RunningServer>> servers() {
    return Stream.of(JdkServer::new, JettyServer::new, VertxServer::new, GrpcServer::new);
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aClientThatLeavesABusyHandler(Supplier<RunningServer> servers) throws Exception {
    try (RunningServer server = servers.get()) {
      List<String> said = BridgesPage.row(server.name());
      CompletableFuture<Context> served = new CompletableFuture<>();
      CountDownLatch measured = new CountDownLatch(1);
      server.start(
          HOUR,
          (ctx, body) -> {
            served.complete(ctx);
            assertThat(measured.await(LIMIT, SECONDS)).isTrue();
          });
      RunningServer.Client client = server.send();
      Context ctx = served.get(LIMIT, SECONDS);
      assertThat(ctx.isDone()).isFalse();
      client.leave();
      boolean noticed =
          ctx.awaitDone(said.get(0).equals("yes") ? Duration.ofSeconds(LIMIT) : LONG_ENOUGH);
      ContextError error = ctx.err();
      measured.countDown();
      assertWithMessage(server.name()).that(noticed ? "yes" : "no").isEqualTo(said.get(0));
      assertThat(error).isEqualTo(noticed ? ContextError.CANCELLED : null);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void aWriteThatFails(Supplier<RunningServer> servers) throws Exception {
    try (RunningServer server = servers.get()) {
      List<String> said = BridgesPage.row(server.name());
      if (said.get(0).equals("yes")) {
        assertThat(said.get(1)).isEqualTo("-"); // no write comes to fail before
        return;
      }
      CompletableFuture<Void> started = new CompletableFuture<>();
      CountDownLatch left = new CountDownLatch(1);
      CompletableFuture<Boolean> noticed = new CompletableFuture<>();
      server.start(
          HOUR,
          (ctx, body) -> {
            started.complete(null);
            assertThat(left.await(LIMIT, SECONDS)).isTrue();
            writeUntilItFails(body);
            noticed.complete(ctx.isDone());
          });
      RunningServer.Client client = server.send();
      var unused = started.get(LIMIT, SECONDS);
      client.leave();
      left.countDown();
      boolean done = noticed.get(LIMIT, SECONDS);
      assertWithMessage(server.name()).that(done ? "yes" : "no").isEqualTo(said.get(1));
    }
  }

  private static void writeUntilItFails(RunningServer.Body body) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < Duration.ofSeconds(LIMIT).toNanos()) {
      try {
        body.write(new byte[1 << 16]);
      } catch (IOException e) {
        return;
      }
    }
    throw new AssertionError("a client that has left takes everything");
  }

  @ParameterizedTest
  @MethodSource("servers")
  void busyHandlersDoNotWaitForEachOther(Supplier<RunningServer> servers) throws Exception {
    try (RunningServer server = servers.get()) {
      CyclicBarrier both = new CyclicBarrier(2);
      CountDownLatch met = new CountDownLatch(2);
      server.start(
          HOUR,
          (ctx, body) -> {
            var unused = both.await(LIMIT, SECONDS);
            met.countDown();
          });
      var one = server.send();
      var two = server.send();
      assertWithMessage(server.name()).that(met.await(LIMIT, SECONDS)).isTrue();
      one.leave();
      two.leave();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theTimeLimit(Supplier<RunningServer> servers) throws Exception {
    try (RunningServer server = servers.get()) {
      CompletableFuture<Context> served = new CompletableFuture<>();
      server.start(
          TIME_LIMIT,
          (ctx, body) -> {
            assertThat(ctx.awaitDone(Duration.ofSeconds(LIMIT))).isTrue();
            served.complete(ctx);
          });
      var unused = server.send();
      Context ctx = served.get(LIMIT, SECONDS);
      boolean ended = ctx.err() == ContextError.DEADLINE_EXCEEDED;
      assertWithMessage(server.name())
          .that(ended ? "yes" : "no")
          .isEqualTo(BridgesPage.row(server.name()).get(2));
    }
  }
}
