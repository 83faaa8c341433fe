package dev.baton.context.grpc;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.ContextError;
import dev.baton.context.ContextException;
import dev.baton.context.DeadlineExceededException;
import dev.baton.context.metadata.MetadataHeaders;
import dev.baton.context.metadata.RequestMetadata;
import dev.baton.context.metadata.TraceParent;
import dev.baton.context.testing.LeakCheck;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.InternalMetadata;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds over every transport. */
@SuppressWarnings("try") // scopes are closed and not used
abstract class GrpcContextsContract {
  /** Only a broken build waits so long. */
  private static final long LIMIT = 30;

  private static final Duration HOUR = Duration.ofHours(1);

  /** Long enough that a call is served at all: gRPC drops one that is late before. */
  private static final Duration SERVED = Duration.ofSeconds(2);

  private static final TraceParent PARENT =
      new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", 1);

  private static final String OTHER = TraceParent.random().toString();

  private final List<Server> servers = new ArrayList<>();
  private final List<ManagedChannel> channels = new ArrayList<>();

  /** Starts a server with the interceptor. */
  abstract Server startServer(ServerServiceDefinition service) throws IOException;

  abstract ManagedChannel connect(Server server);

  @AfterEach
  void stop() throws InterruptedException {
    channels.forEach(ManagedChannel::shutdownNow);
    servers.forEach(Server::shutdownNow);
    for (Server server : servers) {
      assertThat(server.awaitTermination(LIMIT, SECONDS)).isTrue();
    }
  }

  private Echo.Stub serve(ServerServiceDefinition service) throws IOException {
    Server server = startServer(service);
    servers.add(server);
    ManagedChannel channel = connect(server);
    channels.add(channel);
    return new Echo.Stub(channel);
  }

  private Echo.Stub serveUnary(BiConsumer<Context, StreamObserver<String>> method)
      throws IOException {
    return serve(
        Echo.unary((request, responses) -> method.accept(GrpcContexts.current(), responses)));
  }

  private static <T> T join(CompletableFuture<T> future) throws Exception {
    return future.get(LIMIT, SECONDS);
  }

  private static void awaitDone(Context ctx) {
    try {
      assertWithMessage("done").that(ctx.awaitDone(Duration.ofSeconds(LIMIT))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for the end of the context, as long work does; and says that it has begun. */
  private static void work(Context ctx, CompletableFuture<Context> begun) {
    begun.complete(ctx);
    awaitDone(ctx);
    ctx.throwIfDone();
  }

  private static ClientCall<String, String> newCall(Context ctx, Echo.Stub stub) {
    return GrpcContexts.clientInterceptor(ctx)
        .interceptCall(Echo.UNARY, CallOptions.DEFAULT, stub.getChannel());
  }

  private static String call(Context ctx, Echo.Stub stub) {
    return GrpcContexts.call(ctx, stub, echo -> echo.unary("x"));
  }

  // ------------------------------------------------------------------------------ deadline

  @Test
  void aCallWithoutDeadlineHasNone() throws Exception {
    Echo.Stub stub = serveUnary((ctx, out) -> Echo.answer(out, ctx.deadline().toString()));
    assertThat(call(Context.background(), stub)).isEqualTo("Optional.empty");
  }

  @Test
  void theDeadlineTravels() throws Exception {
    Echo.Stub stub = serveUnary((ctx, out) -> Echo.answer(out, ctx.remaining().toString()));
    try (CancellableContext ctx = Context.background().withTimeout(HOUR)) {
      Duration left = Duration.parse(call(ctx, stub));
      assertThat(left).isAtMost(HOUR);
      assertThat(left).isAtLeast(Duration.ofMinutes(59));
    }
  }

  @Test
  void theEarlierOfTwoDeadlinesTravels() throws Exception {
    Echo.Stub stub = serveUnary((ctx, out) -> Echo.answer(out, ctx.remaining().toString()));
    try (CancellableContext ctx = Context.background().withTimeout(HOUR)) {
      Duration own = Duration.parse(call(ctx, stub.withDeadlineAfter(60, SECONDS)));
      assertThat(own).isAtMost(Duration.ofSeconds(60));
      Duration ours = Duration.parse(call(ctx, stub.withDeadlineAfter(7200, SECONDS)));
      assertThat(ours).isAtMost(HOUR);
    }
  }

  @Test
  void aDeadlineThatPassesEndsBothSides() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    Echo.Stub stub = serveUnary((ctx, out) -> work(ctx, served));
    try (CancellableContext ctx = Context.background().withTimeout(SERVED)) {
      ContextException thrown = assertThrows(ContextException.class, () -> call(ctx, stub));
      assertThat(thrown).isInstanceOf(DeadlineExceededException.class);
      assertThat(thrown.getSuppressed()[0]).isInstanceOf(StatusRuntimeException.class);
      assertThat(Status.fromThrowable(thrown.getSuppressed()[0]).getCode())
          .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }
    awaitDone(join(served));
  }

  /** The client sends the time and does not look at it, so it cannot be first to end the call. */
  @Test
  void theServerSeesADeadlineAsSuch() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    Metadata time = new Metadata();
    time.put(MetadataKeys.text("grpc-timeout"), SERVED.toMillis() + "m");
    Echo.Stub stub =
        serveUnary((ctx, out) -> work(ctx, served))
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(time));
    StatusRuntimeException thrown =
        assertThrows(StatusRuntimeException.class, () -> call(Context.background(), stub));
    assertThat(thrown.getStatus().getCode())
        .isAnyOf(Status.Code.CANCELLED, Status.Code.DEADLINE_EXCEEDED);
    assertThat(join(served).err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
  }

  @Test
  void anEarlierDeadlineOfTheCallItselfIsNotTheContexts() throws Exception {
    Echo.Stub stub =
        serveUnary((ctx, out) -> work(ctx, new CompletableFuture<>()))
            .withDeadlineAfter(50, java.util.concurrent.TimeUnit.MILLISECONDS);
    try (CancellableContext ctx = Context.background().withTimeout(HOUR)) {
      StatusRuntimeException thrown =
          assertThrows(StatusRuntimeException.class, () -> call(ctx, stub));
      assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    }
  }

  // -------------------------------------------------------------------------------- cancel

  @Test
  void aCancelReachesAServerThatIsBusy() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    CompletableFuture<ContextError> seen = new CompletableFuture<>();
    Echo.Stub stub =
        serveUnary(
            (ctx, out) -> {
              served.complete(ctx);
              awaitDone(ctx);
              seen.complete(ctx.err());
            });
    try (CancellableContext ctx = Context.background().withCancel()) {
      CompletableFuture<String> result = CompletableFuture.supplyAsync(() -> call(ctx, stub));
      Context there = join(served);
      assertThat(there.isDone()).isFalse();
      ctx.cancel(new IllegalStateException("enough"));
      CancelledException thrown =
          (CancelledException) assertThrows(Exception.class, () -> unwrap(result));
      assertThat(thrown).hasCauseThat().hasMessageThat().isEqualTo("enough");
      assertThat(Status.fromThrowable(thrown.getSuppressed()[0]).getCode())
          .isEqualTo(Status.Code.CANCELLED);
      assertThat(join(seen)).isEqualTo(ContextError.CANCELLED);
      assertThat(there.cause()).isNotInstanceOf(ContextException.class);
    }
  }

  /** What a task has thrown, where newer JDKs wrap a CancellationException. */
  private static void unwrap(CompletableFuture<?> result) throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    result.handle((value, failure) -> failure).thenAccept(thrown::set).get(LIMIT, SECONDS);
    Throwable failure = thrown.get();
    while (failure instanceof java.util.concurrent.CompletionException) {
      failure = failure.getCause();
    }
    if (failure instanceof Exception e) {
      throw e;
    }
  }

  @Test
  void aLostConnectionEndsTheContext() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    CompletableFuture<ContextError> seen = new CompletableFuture<>();
    Echo.Stub stub =
        serveUnary(
            (ctx, out) -> {
              served.complete(ctx);
              awaitDone(ctx);
              seen.complete(ctx.err());
            });
    CompletableFuture<String> result =
        CompletableFuture.supplyAsync(() -> call(Context.background(), stub));
    var unused = join(served);
    channels.get(0).shutdownNow();
    assertThat(join(seen)).isEqualTo(ContextError.CANCELLED);
    assertThrows(StatusRuntimeException.class, () -> unwrap(result));
  }

  @Test
  void nothingIsSentWhenTheContextIsDone() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    Echo.Stub stub =
        serveUnary(
            (ctx, out) -> {
              served.complete(ctx);
              Echo.answer(out, "");
            });
    CancellableContext cancelled = Context.background().withCancel();
    cancelled.cancel();
    assertThrows(CancelledException.class, () -> call(cancelled, stub));
    try (CancellableContext late = Context.background().withTimeout(Duration.ZERO)) {
      assertThrows(DeadlineExceededException.class, () -> call(late, stub));
    }
    assertThat(served.isDone()).isFalse();
    var unused = call(Context.background(), stub);
    assertThat(served.isDone()).isTrue();
  }

  @Test
  void aStreamOfResponsesEndsWithTheContext() throws Exception {
    CompletableFuture<Context> served = new CompletableFuture<>();
    Echo.Stub stub =
        serve(
            Echo.server(
                (request, out) -> {
                  out.onNext("first");
                  work(GrpcContexts.current(), served);
                }));
    try (CancellableContext ctx = Context.background().withCancel()) {
      Iterator<String> responses = GrpcContexts.call(ctx, stub, echo -> echo.server("x"));
      assertThat(responses.next()).isEqualTo("first");
      Context there = join(served);
      ctx.cancel();
      StatusRuntimeException thrown =
          assertThrows(StatusRuntimeException.class, responses::hasNext);
      assertThat(thrown.getStatus().getCode()).isEqualTo(Status.Code.CANCELLED);
      assertThat(thrown.getStatus().getCause()).isInstanceOf(CancelledException.class);
      assertThat(GrpcContexts.failure(ctx, thrown)).isInstanceOf(CancelledException.class);
      awaitDone(there);
      assertThat(there.err()).isEqualTo(ContextError.CANCELLED);
    }
  }

  @Test
  void aStreamOfRequestsEndsWithTheContext() throws Exception {
    BlockingQueue<Context> seen = new LinkedBlockingQueue<>();
    CompletableFuture<Context> cancelled = new CompletableFuture<>();
    Echo.Stub stub =
        serve(
            Echo.client(
                out -> {
                  seen.add(GrpcContexts.current());
                  return new StreamObserver<>() {
                    @Override
                    public void onNext(String request) {
                      seen.add(GrpcContexts.current());
                    }

                    @Override
                    public void onError(Throwable failure) {
                      cancelled.complete(GrpcContexts.current());
                    }

                    @Override
                    public void onCompleted() {
                      Echo.answer(out, "all");
                    }
                  };
                }));
    try (CancellableContext ctx = Context.background().withCancel()) {
      Answer answer = new Answer();
      StreamObserver<String> requests =
          stub.withInterceptors(GrpcContexts.clientInterceptor(ctx)).client(answer);
      requests.onNext("one");
      Context there = seen.poll(LIMIT, SECONDS);
      assertThat(seen.poll(LIMIT, SECONDS)).isSameInstanceAs(there);
      ctx.cancel();
      assertThat(Status.fromThrowable(answer.failure()).getCode()).isEqualTo(Status.Code.CANCELLED);
      requests.onNext("who sends need not know yet");
      requests.onCompleted();
      Context told = join(cancelled);
      assertThat(told).isSameInstanceAs(there);
      assertThat(told.err()).isEqualTo(ContextError.CANCELLED);
    }
    Answer answer = new Answer();
    StreamObserver<String> requests =
        stub.withInterceptors(GrpcContexts.clientInterceptor(Context.background())).client(answer);
    requests.onCompleted();
    assertThat(join(answer.text)).isEqualTo("all");
  }

  private static final class Answer implements StreamObserver<String> {
    final CompletableFuture<String> text = new CompletableFuture<>();

    @Override
    public void onNext(String value) {
      text.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      text.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}

    Throwable failure() throws Exception {
      return text.handle((value, failure) -> failure).get(LIMIT, SECONDS);
    }
  }

  @Test
  void whoSendsByACancelledCallOfItsOwnIsTold() throws Exception {
    Echo.Stub stub = serveUnary((ctx, out) -> Echo.answer(out, ""));
    ClientCall<String, String> call = newCall(Context.background(), stub);
    call.start(new ClientCall.Listener<>() {}, new Metadata());
    call.cancel("by its user", null);
    assertThrows(IllegalStateException.class, () -> call.sendMessage("x"));
  }

  /** The cancel meets the end of the call: whoever is first, nothing else is ever seen. */
  @Test
  void aCancelMeetsTheEndOfTheCall() throws Exception {
    BlockingQueue<Context> served = new LinkedBlockingQueue<>();
    Echo.Stub stub =
        serveUnary(
            (ctx, out) -> {
              served.add(ctx);
              Echo.answer(out, "answer");
            });
    var unused = call(Context.background(), stub);
    for (int round = 0; round < 300; round++) {
      CancellableContext ctx = Context.background().withCancel();
      CompletableFuture<Void> cancel = CompletableFuture.runAsync(ctx::close);
      try {
        assertThat(call(ctx, stub)).isEqualTo("answer");
      } catch (CancelledException e) {
        assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
      }
      join(cancel);
    }
    for (Context ctx : served) {
      awaitDone(ctx);
    }
  }

  // ---------------------------------------------------------------------------- the end

  @Test
  void theContextOfACallEndsWithIt() throws Exception {
    AtomicReference<Context> served = new AtomicReference<>();
    Echo.Stub stub =
        serveUnary(
            (ctx, out) -> {
              served.set(ctx);
              Echo.answer(out, "" + ctx.err());
            });
    try (LeakCheck leaks = LeakCheck.start()) {
      assertThat(call(Context.background(), stub)).isEqualTo("null");
      awaitDone(served.get());
      assertThat(served.get().err()).isEqualTo(ContextError.CANCELLED);
    }
  }

  @Test
  void aLongLivedContextHoldsNoCallThatIsOver() throws Exception {
    Echo.Stub stub = serveUnary((ctx, out) -> Echo.answer(out, "answer"));
    ReferenceQueue<ClientCall<String, String>> collected = new ReferenceQueue<>();
    try (CancellableContext ctx = Context.background().withCancel()) {
      WeakReference<ClientCall<String, String>> call = callOnce(ctx, stub, collected);
      long start = System.nanoTime();
      while (collected.remove(10) == null) {
        assertWithMessage("seconds")
            .that((System.nanoTime() - start) / 1_000_000_000)
            .isLessThan(LIMIT);
        System.gc();
      }
      assertThat(call.get()).isNull();
      assertThat(ctx.isDone()).isFalse();
    }
  }

  private static WeakReference<ClientCall<String, String>> callOnce(
      Context ctx, Echo.Stub stub, ReferenceQueue<ClientCall<String, String>> collected) {
    ClientCall<String, String> call = newCall(ctx, stub);
    assertThat(ClientCalls.futureUnaryCall(call, "x")).isNotNull();
    Answer answer = new Answer();
    ClientCall<String, String> second = newCall(ctx, stub);
    ClientCalls.asyncUnaryCall(second, "x", answer);
    assertThat(answer.text.join()).isEqualTo("answer");
    return new WeakReference<>(second, collected);
  }

  // ------------------------------------------------------------------------------- status

  @Test
  void theEndOfAContextIsAStatusOnTheOtherSide() throws Exception {
    Echo.Stub late =
        serveUnary(
            (ctx, out) -> {
              try (CancellableContext query = ctx.withTimeout(Duration.ZERO)) {
                query.throwIfDone();
              }
            });
    assertStatus(Status.Code.DEADLINE_EXCEEDED, "context deadline exceeded", late);
    Echo.Stub cancelled =
        serveUnary(
            (ctx, out) -> {
              CancellableContext query = ctx.withCancel();
              query.cancel();
              try {
                query.throwIfDone();
              } catch (ContextException e) {
                out.onError(e);
              }
            });
    assertStatus(Status.Code.CANCELLED, "context cancelled", cancelled);
  }

  /** gRPC looks for a status among the causes of what it is handed. */
  @Test
  void theEndOfAContextIsNotTheFailureThatCausedIt() throws Exception {
    StatusRuntimeException sibling = Status.NOT_FOUND.asRuntimeException(new Metadata());
    Echo.Stub thrown =
        serveUnary(
            (ctx, out) -> {
              throw endedBy(ctx, sibling);
            });
    assertStatus(Status.Code.CANCELLED, "context cancelled", thrown);
    Echo.Stub handed =
        serveUnary((ctx, out) -> out.onError(GrpcContexts.status(endedBy(ctx, sibling))));
    assertStatus(Status.Code.CANCELLED, "context cancelled", handed);
  }

  private static ContextException endedBy(Context ctx, Throwable cause) {
    CancellableContext query = ctx.withCancel();
    query.cancel(cause);
    return assertThrows(ContextException.class, query::throwIfDone);
  }

  @Test
  void aMethodThatHasThrownTheEndOfAContextIsCalledNoMore() throws Exception {
    CountDownLatch sent = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    Echo.Stub stub =
        serve(
            Echo.client(
                out -> {
                  Context ctx = GrpcContexts.current();
                  ServerCallStreamObserver<String> call = (ServerCallStreamObserver<String>) out;
                  call.setOnCloseHandler(over::countDown);
                  call.setOnCancelHandler(over::countDown);
                  call.disableAutoRequest();
                  call.request(3);
                  return new StreamObserver<>() {
                    @Override
                    public void onNext(String request) {
                      seen.add(request);
                      awaitSent(sent);
                      throw endedBy(ctx, null);
                    }

                    @Override
                    public void onError(Throwable failure) {}

                    @Override
                    public void onCompleted() {
                      seen.add("completed");
                    }
                  };
                }));
    Answer answer = new Answer();
    StreamObserver<String> requests = stub.client(answer);
    requests.onNext("one");
    requests.onNext("two");
    requests.onNext("three");
    requests.onCompleted();
    sent.countDown();
    assertThat(Status.fromThrowable(answer.failure()).getCode()).isEqualTo(Status.Code.CANCELLED);
    assertThat(over.await(LIMIT, SECONDS)).isTrue();
    assertThat(seen).containsExactly("one");
  }

  private static void awaitSent(CountDownLatch sent) {
    try {
      assertThat(sent.await(LIMIT, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void otherFailuresAreWhatTheyAre() throws Exception {
    Echo.Stub failing =
        serveUnary(
            (ctx, out) -> {
              throw new IllegalStateException("a fault");
            });
    assertStatus(Status.Code.UNKNOWN, "Application error processing RPC", failing);
    Echo.Stub missing =
        serveUnary((ctx, out) -> out.onError(Status.NOT_FOUND.asRuntimeException()));
    assertStatus(Status.Code.NOT_FOUND, null, missing);
  }

  private static void assertStatus(Status.Code code, String description, Echo.Stub stub) {
    StatusRuntimeException thrown =
        assertThrows(StatusRuntimeException.class, () -> call(Context.background(), stub));
    assertThat(thrown.getStatus().getCode()).isEqualTo(code);
    assertThat(thrown.getStatus().getDescription()).isEqualTo(description);
  }

  @Test
  void aFailureIsTranslatedOnlyIfItCanBeTheContexts() {
    CancellableContext done = Context.background().withCancel();
    done.cancel();
    RuntimeException cancelled = Status.CANCELLED.asRuntimeException();
    assertThat(GrpcContexts.failure(done, cancelled)).isInstanceOf(CancelledException.class);
    assertThat(GrpcContexts.failure(Context.background(), cancelled)).isSameInstanceAs(cancelled);
    RuntimeException unavailable = Status.UNAVAILABLE.asRuntimeException();
    assertThat(GrpcContexts.failure(done, unavailable)).isSameInstanceAs(unavailable);
  }

  // ----------------------------------------------------------------------------- metadata

  @Test
  void metadataTravelsAsFarAsItShould() throws Exception {
    CompletableFuture<RequestMetadata> second = new CompletableFuture<>();
    Echo.Stub last =
        serveUnary(
            (ctx, out) -> {
              second.complete(RequestMetadata.of(ctx));
              Echo.answer(out, "");
            });
    CompletableFuture<RequestMetadata> first = new CompletableFuture<>();
    Echo.Stub middle =
        serveUnary(
            (ctx, out) -> {
              first.complete(RequestMetadata.of(ctx));
              Echo.answer(out, call(ctx, last));
            });
    Metadata sent = new Metadata();
    sent.put(MetadataKeys.text("traceparent"), PARENT.toString());
    sent.put(MetadataKeys.text("tracestate"), "a=1");
    sent.put(MetadataKeys.text("baggage"), "user=42");
    sent.put(MetadataKeys.text("x-md-global-user"), "ann");
    sent.put(MetadataKeys.text("x-md-global-user"), "bob");
    sent.put(MetadataKeys.text("x-md-local-retry"), "1");
    sent.put(MetadataKeys.text("authorization"), "secret");
    var unused =
        call(
            Context.background(),
            middle.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(sent)));

    RequestMetadata here = join(first);
    assertThat(here.traceParent()).hasValue(PARENT);
    assertThat(here.names()).containsExactly("x-md-global-user", "x-md-local-retry");
    RequestMetadata there = join(second);
    assertThat(there.traceParent()).hasValue(PARENT);
    assertThat(there.traceState()).hasValue("a=1");
    assertThat(there.baggage()).containsExactly("user", "42");
    assertThat(there.names()).containsExactly("x-md-global-user");
    assertThat(there.values("x-md-global-user")).containsExactly("ann", "bob").inOrder();
  }

  /** Key.of refuses such names, HTTP does not. */
  @Test
  void namesThatGrpcHasNoKeyForAreNotRead() throws Exception {
    Echo.Stub stub =
        serveUnary((ctx, out) -> Echo.answer(out, RequestMetadata.of(ctx).names().toString()));
    Metadata sent =
        InternalMetadata.newMetadata(
            "x-md-a!b".getBytes(US_ASCII), "1".getBytes(US_ASCII),
            "x-md-ab".getBytes(US_ASCII), "2".getBytes(US_ASCII));
    Echo.Stub sending = stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(sent));
    assertThat(call(Context.background(), sending)).isEqualTo("[x-md-ab]");
  }

  @Test
  void aHeaderThatSomebodyHasSetStays() throws Exception {
    CompletableFuture<RequestMetadata> seen = new CompletableFuture<>();
    Echo.Stub stub =
        serveUnary(
            (ctx, out) -> {
              seen.complete(RequestMetadata.of(ctx));
              Echo.answer(out, "");
            });
    Context ctx =
        RequestMetadata.with(
            Context.background(),
            MetadataHeaders.standard()
                .read(Map.of("traceparent", List.of(OTHER), "tracestate", List.of("a=1")))
                .withValue("x-md-global-user", "ann"));
    ClientInterceptor ours = GrpcContexts.clientInterceptor(ctx, MetadataHeaders.standard());
    Metadata set = new Metadata();
    set.put(MetadataKeys.text("traceparent"), PARENT.toString());
    // The last is the first to be asked.
    var unused =
        stub.withInterceptors(ours, MetadataUtils.newAttachHeadersInterceptor(set)).unary("x");
    assertThat(join(seen).traceParent()).hasValue(PARENT);
    assertThat(join(seen).traceState()).isEmpty();
    assertThat(join(seen).value("x-md-global-user")).hasValue("ann");
  }

  @Test
  void aCallMayHaveHeadersOfItsOwn() throws Exception {
    Echo.Stub stub =
        serveUnary((ctx, out) -> Echo.answer(out, RequestMetadata.of(ctx).names().toString()));
    Context ctx =
        RequestMetadata.with(
            Context.background(),
            RequestMetadata.empty()
                .withValue("x-md-global-a", "1")
                .withValue("x-md-global-global-b", "2"));
    MetadataHeaders fewer = MetadataHeaders.withPrefix("x-md-global-");
    String names = GrpcContexts.call(ctx, fewer, stub, echo -> echo.unary("x"));
    assertThat(names).isEqualTo("[x-md-global-global-b]");
  }

  // --------------------------------------------------------------- gRPC's own context

  @Test
  void aCallGoesByItsContextAndNotByTheCallThatIsServed() throws Exception {
    CompletableFuture<String> answered = new CompletableFuture<>();
    CompletableFuture<Context> served = new CompletableFuture<>();
    CountDownLatch cancelled = new CountDownLatch(1);
    Echo.Stub last = serveUnary((ctx, out) -> Echo.answer(out, "later"));
    Echo.Stub first =
        serveUnary(
            (ctx, out) -> {
              served.complete(ctx);
              try {
                assertThat(cancelled.await(LIMIT, SECONDS)).isTrue();
                awaitDone(ctx);
                assertThrows(CancelledException.class, () -> call(ctx, last));
                answered.complete(call(ctx.withoutCancel(), last));
              } catch (Throwable e) {
                answered.completeExceptionally(e);
              }
            });
    try (CancellableContext ctx = Context.background().withCancel()) {
      CompletableFuture<String> result = CompletableFuture.supplyAsync(() -> call(ctx, first));
      var unused = join(served);
      ctx.cancel();
      cancelled.countDown();
      assertThrows(CancelledException.class, () -> unwrap(result));
    }
    assertThat(join(answered)).isEqualTo("later");
  }

  @Test
  void nothingIsCurrentWhereNoCallIsServed() throws Exception {
    IllegalStateException thrown = assertThrows(IllegalStateException.class, GrpcContexts::current);
    assertThat(thrown).hasMessageThat().contains("serverInterceptor");
  }

  @Test
  void nullsAreRefused() {
    Channel none = null;
    assertThrows(NullPointerException.class, () -> GrpcContexts.clientInterceptor(null));
    assertThrows(NullPointerException.class, () -> GrpcContexts.serverInterceptor(null));
    assertThrows(NullPointerException.class, () -> GrpcContexts.status(null));
    assertThrows(
        NullPointerException.class,
        () -> GrpcContexts.call(Context.background(), new Echo.Stub(none), null));
  }
}
