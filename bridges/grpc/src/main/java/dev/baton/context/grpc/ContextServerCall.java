package dev.baton.context.grpc;

import dev.baton.context.CancellableContext;
import dev.baton.context.ContextException;
import dev.baton.context.annotation.ContextCarrier;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.concurrent.TimeoutException;

/** A call that ends its context, and that the end of a context ends. */
@ContextCarrier("ends the context with the call")
final class ContextServerCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
  private final CancellableContext ctx;

  /** What the context was derived from; gRPC ends it. */
  private final io.grpc.Context served;

  /** Methods may answer on any thread. */
  private volatile boolean closed;

  ContextServerCall(CancellableContext ctx, io.grpc.Context served, ServerCall<Q, R> call) {
    super(call);
    this.ctx = ctx;
    this.served = served;
  }

  ServerCall.Listener<Q> start(ServerCallHandler<Q, R> next, Metadata metadata) {
    try {
      return new ContextListener(next.startCall(this, metadata));
    } catch (ContextException e) {
      closeWith(e);
      return new ContextListener(new ServerCall.Listener<Q>() {});
    }
  }

  /** What a method hands to {@code onError} comes here as UNKNOWN, if no cause has a status. */
  @Override
  public void close(Status status, Metadata trailers) {
    closed = true;
    boolean ended =
        status.getCode() == Status.Code.UNKNOWN && status.getCause() instanceof ContextException;
    super.close(ended ? Statuses.of((ContextException) status.getCause()) : status, trailers);
  }

  private void closeWith(ContextException e) {
    if (closed) {
      throw e; // thrown after the answer: the server's business, as any other exception
    }
    close(Statuses.of(e), new Metadata());
  }

  /** What methods throw is seen here, and the end of the call. */
  private final class ContextListener extends SimpleForwardingServerCallListener<Q> {
    /** The method has thrown the end of a context. Callbacks come one after the other. */
    private boolean ended;

    ContextListener(ServerCall.Listener<Q> listener) {
      super(listener);
    }

    @Override
    public void onMessage(Q message) {
      run(() -> super.onMessage(message));
    }

    @Override
    public void onHalfClose() {
      run(super::onHalfClose);
    }

    @Override
    public void onReady() {
      run(super::onReady);
    }

    private void run(Runnable callback) {
      if (ended) { // messages that came before may be queued still
        return;
      }
      try {
        callback.run();
      } catch (ContextException e) {
        ended = true;
        closeWith(e);
      }
    }

    @Override
    public void onCancel() {
      if (served.cancellationCause() instanceof TimeoutException) {
        // The deadline of the context tells, which may be that moment later that it took to derive.
        var unused = ctx.afterFunc(Runnable::run, ctx::close);
      } else {
        cancel();
      }
      super.onCancel();
    }

    private void cancel() {
      if (!ctx.isDone()) { // it has not heard yet, as that comes on another thread
        ctx.cancel(Status.CANCELLED.withDescription("RPC cancelled").asException());
      }
      ctx.close();
    }

    @Override
    public void onComplete() {
      try {
        super.onComplete();
      } finally {
        ctx.close();
      }
    }
  }
}
