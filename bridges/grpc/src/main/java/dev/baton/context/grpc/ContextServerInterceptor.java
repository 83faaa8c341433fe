package dev.baton.context.grpc;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.metadata.MetadataHeaders;
import dev.baton.context.metadata.RequestMetadata;
import io.grpc.Contexts;
import io.grpc.Deadline;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;

/** Gives each call a context. */
final class ContextServerInterceptor implements ServerInterceptor {
  static final io.grpc.Context.Key<Context> CURRENT = io.grpc.Context.key("dev.baton.context");

  private final MetadataHeaders headers;

  ContextServerInterceptor(MetadataHeaders headers) {
    this.headers = headers;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata metadata, ServerCallHandler<Q, R> next) {
    io.grpc.Context served = io.grpc.Context.current();
    CancellableContext ctx = derive(read(metadata), served);
    // The listener of the call hears of a cancel only between two callbacks, this one at once. The
    // server cancels the context of each call at its end, so it is let go of.
    served.addListener(ended -> end(ctx, ended.cancellationCause()), Runnable::run);
    ContextServerCall<Q, R> ending = new ContextServerCall<>(ctx, served, call);
    try {
      return Contexts.interceptCall(
          served.withValue(CURRENT, ctx),
          ending,
          metadata,
          (started, sent) -> ending.start(next, sent));
    } catch (Throwable e) {
      ctx.cancel(e); // the server need not have a context of its own for the call
      throw e;
    }
  }

  private static CancellableContext derive(Context ctx, io.grpc.Context served) {
    Deadline deadline = served.getDeadline();
    return deadline == null
        ? ctx.withCancel()
        : ctx.withTimeout(Duration.ofNanos(deadline.timeRemaining(TimeUnit.NANOSECONDS)));
  }

  private static void end(CancellableContext ctx, Throwable cause) {
    // After a deadline that of the context tells.
    if (!(cause instanceof TimeoutException)) {
      ctx.cancel(cause);
    }
  }

  private Context read(Metadata metadata) {
    RequestMetadata read = headers.read(lines -> forEach(metadata, lines));
    return RequestMetadata.with(Context.background(), read);
  }

  private void forEach(Metadata metadata, BiConsumer<String, String> lines) {
    for (String name : metadata.keys()) {
      Iterable<String> values =
          headers.reads(name) ? metadata.getAll(MetadataKeys.text(name)) : null;
      if (values != null) {
        values.forEach(value -> lines.accept(name, value));
      }
    }
  }
}
