package dev.baton.context.grpc;

import static com.google.common.truth.Truth.assertThat;

import dev.baton.context.CancellableContext;
import dev.baton.context.ContextError;
import dev.baton.context.testing.LeakCheck;
import dev.baton.context.testing.ManualTime;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** What no transport can be made to do at a certain time. */
@SuppressWarnings("try") // scopes are closed and not used
final class ContextServerCallTest {
  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final ManualTime time = ManualTime.start(Instant.EPOCH);
  private final io.grpc.Context.CancellableContext served = io.grpc.Context.ROOT.withCancellation();

  private static ServerCall.Listener<String> start(CancellableContext ctx, io.grpc.Context served) {
    return new ContextServerCall<>(ctx, served, new NoCall())
        .start((call, metadata) -> new ServerCall.Listener<>() {}, new Metadata());
  }

  @Test
  void aCancelEndsTheContext() {
    try (LeakCheck leaks = LeakCheck.start()) {
      CancellableContext ctx = time.background().withTimeout(LIMIT);
      start(ctx, served).onCancel();
      assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
    }
  }

  /** The context's deadline is later by what passed between two readings of the clock. */
  @Test
  void aDeadlineThatGrpcHasSeenFirstIsOneAllTheSame() {
    try (LeakCheck leaks = LeakCheck.start()) {
      CancellableContext ctx = time.background().withTimeout(LIMIT);
      ServerCall.Listener<String> listener = start(ctx, served);
      served.cancel(new TimeoutException("context timed out"));
      listener.onCancel();
      assertThat(ctx.isDone()).isFalse();
      time.advance(LIMIT);
      assertThat(ctx.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
    }
  }

  private static final class NoCall extends ServerCall<String, String> {
    @Override
    public void request(int messages) {}

    @Override
    public void sendHeaders(Metadata headers) {}

    @Override
    public void sendMessage(String message) {}

    @Override
    public void close(Status status, Metadata trailers) {}

    @Override
    public boolean isCancelled() {
      return false;
    }

    @Override
    public MethodDescriptor<String, String> getMethodDescriptor() {
      return Echo.UNARY;
    }
  }
}
