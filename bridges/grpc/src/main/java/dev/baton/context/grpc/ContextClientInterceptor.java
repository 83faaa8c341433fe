package dev.baton.context.grpc;

import dev.baton.context.Context;
import dev.baton.context.annotation.ContextCarrier;
import dev.baton.context.metadata.MetadataHeaders;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.Deadline;
import io.grpc.MethodDescriptor;
import java.util.concurrent.TimeUnit;

/** Binds each call to a context. */
@ContextCarrier("binds a stub to the context that its calls are for")
final class ContextClientInterceptor implements ClientInterceptor {
  private final Context ctx;
  private final MetadataHeaders headers;

  ContextClientInterceptor(Context ctx, MetadataHeaders headers) {
    this.ctx = ctx;
    this.headers = headers;
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    // A fork keeps the values of gRPC's own context, and drops its deadline and its cancel.
    io.grpc.Context fork = io.grpc.Context.current().fork();
    io.grpc.Context previous = fork.attach();
    try {
      return new ContextClientCall<>(ctx, headers, next.newCall(method, limited(options)));
    } finally {
      fork.detach(previous);
    }
  }

  private CallOptions limited(CallOptions options) {
    if (ctx.deadline().isEmpty()) {
      return options;
    }
    // Not earlier than the context's, as time passes in between: its own end is seen as such.
    Deadline deadline = Deadline.after(ctx.remaining().toNanos(), TimeUnit.NANOSECONDS);
    Deadline own = options.getDeadline();
    return options.withDeadline(own == null ? deadline : own.minimum(deadline));
  }
}
