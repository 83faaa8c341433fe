package dev.baton.context.grpc;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.Registration;
import dev.baton.context.annotation.ContextCarrier;
import dev.baton.context.metadata.MetadataHeaders;
import dev.baton.context.metadata.RequestMetadata;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors.CheckedForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * A call that is cancelled when its context is done.
 *
 * <p>The end of the call meets the end of the context on two sides. Here the action is registered,
 * then it is asked whether the call is over; there the call is said to be over, then the
 * registration is read. One of them stops it.
 */
@ContextCarrier("a call that lasts no longer than its context")
final class ContextClientCall<Q, R> extends CheckedForwardingClientCall<Q, R> {
  private final Context ctx;
  private final MetadataHeaders headers;

  /** The context's hold on this call. */
  private volatile @Nullable Registration hold;

  private volatile boolean over;

  /** Set before the call is cancelled on a thread that its user knows nothing of. */
  private volatile boolean cancelled;

  ContextClientCall(Context ctx, MetadataHeaders headers, ClientCall<Q, R> call) {
    super(call);
    this.ctx = ctx;
    this.headers = headers;
  }

  @Override
  protected void checkedStart(Listener<R> listener, Metadata metadata) throws Exception {
    ContextException end = Statuses.endOf(ctx);
    if (end != null) {
      throw Statuses.of(end).asException(); // the listener is told, and nothing is sent
    }
    addMetadata(metadata);
    delegate().start(new ContextListener(listener), metadata);
    // Not before: gRPC refuses to start what was cancelled.
    hold = ctx.afterFunc(this::cancel);
    if (over) {
      letGo();
    }
  }

  private void addMetadata(Metadata metadata) {
    // What somebody has set stays, all lines of it; so it is asked before the first line. A state
    // belongs to its trace.
    boolean traced = metadata.containsKey(MetadataKeys.text("traceparent"));
    Metadata added = new Metadata();
    headers.write(
        RequestMetadata.of(ctx), (name, value) -> added.put(MetadataKeys.text(name), value));
    for (String name : added.keys()) {
      if (metadata.containsKey(MetadataKeys.text(name)) || (traced && name.equals("tracestate"))) {
        added.discardAll(MetadataKeys.text(name));
      }
    }
    metadata.merge(added);
  }

  private void cancel() {
    ContextException end = Statuses.endOf(ctx);
    if (end != null && !over) {
      cancelled = true;
      delegate().cancel(end.getMessage(), end);
    }
  }

  private void letGo() {
    Registration held = hold;
    if (held != null) {
      held.stop();
    }
  }

  @Override
  public void sendMessage(Q message) {
    unlessCancelled(() -> super.sendMessage(message));
  }

  @Override
  public void halfClose() {
    unlessCancelled(super::halfClose);
  }

  /**
   * Who sends may not know yet of the end. gRPC throws then, as if it was the sender who has
   * cancelled; here the message is dropped, as it is when the other side has.
   */
  private void unlessCancelled(Runnable send) {
    try {
      send.run();
    } catch (IllegalStateException e) {
      if (!cancelled) {
        throw e;
      }
    }
  }

  /** Says how the call ended by how the context did, if it is that. */
  private final class ContextListener extends SimpleForwardingClientCallListener<R> {
    ContextListener(Listener<R> listener) {
      super(listener);
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      over = true;
      letGo();
      super.onClose(told(status), trailers);
    }

    private Status told(Status status) {
      ContextException end = Statuses.isEnd(status) ? Statuses.endOf(ctx) : null;
      if (end == null) {
        return status;
      }
      Status told = Statuses.of(end);
      return status.getDescription() == null ? told : told.withDescription(status.getDescription());
    }
  }
}
