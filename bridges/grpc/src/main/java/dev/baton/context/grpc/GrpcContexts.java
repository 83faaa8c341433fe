package dev.baton.context.grpc;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.metadata.MetadataHeaders;
import io.grpc.ClientInterceptor;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import org.jspecify.annotations.Nullable;

/**
 * Contexts of gRPC calls, on both sides.
 *
 * <p>A server gives each call a context, which a method takes at its edge and hands on:
 *
 * <pre>{@code
 * Server server = ServerBuilder.forPort(8443).addService(orders)
 *     .intercept(GrpcContexts.serverInterceptor()).build();
 *
 * public void find(FindRequest request, StreamObserver<Order> responses) {
 *   Context ctx = GrpcContexts.current();
 *   ...
 * }
 * }</pre>
 *
 * <p>A client makes calls that last no longer than a context:
 *
 * <pre>{@code
 * Order order = GrpcContexts.call(ctx, orders, stub -> stub.find(request));
 * }</pre>
 *
 * <p>What travels is the deadline, the cancel, and the {@linkplain MetadataHeaders metadata}. All
 * of it goes by the context that is passed: a call made where another is served does not end with
 * that one unless its context does, although {@link io.grpc.Context} has it so. Work for after the
 * response gets {@code ctx.withoutCancel()}.
 *
 * <p>Safe for use by any number of threads. In Go the context is a parameter of each generated
 * method; the generated methods of Java have none, so it is taken from the call here, once.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public final class GrpcContexts {
  private GrpcContexts() {}

  /** As {@link #serverInterceptor(MetadataHeaders)}, with the standard headers. */
  public static ServerInterceptor serverInterceptor() {
    return serverInterceptor(MetadataHeaders.standard());
  }

  /**
   * Gives each call of a server a context.
   *
   * <p>It has the deadline and the metadata that the client sent. It is done when the deadline
   * passes, when the client cancels or its connection is lost, at once and however busy the method
   * is, and at the latest when the call is over. Its cause is then what gRPC says.
   *
   * <p>A {@link ContextException} that a method throws ends the call with CANCELLED or
   * DEADLINE_EXCEEDED. That is so for any context, such as one with a shorter time that the method
   * has derived. grpc-go does the same. One that is handed to {@code onError} does so too, unless
   * one of its causes has a status of its own: {@link #status} is for that.
   *
   * @param headers what of the call's headers becomes the metadata
   */
  public static ServerInterceptor serverInterceptor(MetadataHeaders headers) {
    return new ContextServerInterceptor(requireNonNull(headers, "headers"));
  }

  /**
   * The context of the call that this thread serves: for the first line of a method or of a
   * callback of its requests, not for what they call.
   *
   * @throws IllegalStateException if this thread serves none, or the server lacks the interceptor
   */
  public static Context current() {
    Context ctx = ContextServerInterceptor.CURRENT.get();
    if (ctx == null) {
      throw new IllegalStateException(
          "no call with a context is served here: pass the context on from where one is,"
              + " or add GrpcContexts.serverInterceptor() to the server");
    }
    return ctx;
  }

  /**
   * What a method hands to {@code onError} when a context is done: CANCELLED or DEADLINE_EXCEEDED.
   *
   * <p>gRPC takes the first status that it finds among the causes of what it is handed, with its
   * trailers. A context that was cancelled with the failure of another call, as a {@code
   * ContextGroup} does it, has one there, which would become that of this call.
   *
   * @return with {@code end} as its cause
   */
  public static StatusRuntimeException status(ContextException end) {
    return Statuses.of(end).asRuntimeException();
  }

  /** As {@link #clientInterceptor(Context, MetadataHeaders)}, with the standard headers. */
  public static ClientInterceptor clientInterceptor(Context ctx) {
    return clientInterceptor(ctx, MetadataHeaders.standard());
  }

  /**
   * Binds calls to a context, for asynchronous and streaming stubs: {@code
   * stub.withInterceptors(GrpcContexts.clientInterceptor(ctx))}.
   *
   * <p>A call has the earlier of the context's deadline and its own; when the context is done it is
   * cancelled, and if it is before the start nothing is sent. Then it ends with CANCELLED or
   * DEADLINE_EXCEEDED, as the context did, and the status has a {@link ContextException} as its
   * cause. The context lets go of the call when that is over.
   *
   * <p>A header that is set already stays, and beside a {@code traceparent} no {@code tracestate}
   * is set. So an interceptor that sets the trace, as tracers do, has to be asked before this one,
   * which is to say added after it: of those of a stub the last is asked first, and those of its
   * channel after them all.
   *
   * @param ctx the stub that has it is for the work of this context
   * @param headers what of the context's metadata travels
   */
  public static ClientInterceptor clientInterceptor(Context ctx, MetadataHeaders headers) {
    return new ContextClientInterceptor(
        requireNonNull(ctx, "ctx"), requireNonNull(headers, "headers"));
  }

  /** As {@link #call(Context, MetadataHeaders, AbstractStub, StubCall)}, standard headers. */
  public static <S extends AbstractStub<S>, T extends @Nullable Object, E extends Exception> T call(
      Context ctx, S stub, StubCall<S, T, E> call) throws E {
    return call(ctx, MetadataHeaders.standard(), stub, call);
  }

  /**
   * Makes a call by a blocking stub, for as long as a context lives.
   *
   * <p>Of what the call returns, such as an iterator of responses, nothing is translated: see
   * {@link #failure}.
   *
   * @param headers what of the context's metadata travels
   * @param stub bound by {@link #clientInterceptor(Context, MetadataHeaders)}
   * @return what the call returns
   * @throws ContextException if the call fails with CANCELLED or DEADLINE_EXCEEDED and the context
   *     is done; what was thrown is suppressed in it
   * @throws E as the call does
   */
  public static <S extends AbstractStub<S>, T extends @Nullable Object, E extends Exception> T call(
      Context ctx, MetadataHeaders headers, S stub, StubCall<S, T, E> call) throws E {
    requireNonNull(call, "call");
    try {
      return call.apply(stub.withInterceptors(clientInterceptor(ctx, headers)));
    } catch (Exception e) {
      if (failure(ctx, e) instanceof ContextException ended) {
        throw ended;
      }
      throw e;
    }
  }

  /**
   * What a failure of a call is to the code that made it, for {@code onError} and futures.
   *
   * @return a {@link ContextException} if the failure is CANCELLED or DEADLINE_EXCEEDED, thrown by
   *     whichever side, and the context is done; the failure is suppressed in it. Else the failure
   */
  public static Throwable failure(Context ctx, Throwable failure) {
    return Statuses.isEnd(Status.fromThrowable(failure)) ? Statuses.endOf(ctx, failure) : failure;
  }
}
