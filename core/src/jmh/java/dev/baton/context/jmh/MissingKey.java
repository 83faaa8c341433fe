package dev.baton.context.jmh;

import dev.baton.context.Context;
import dev.baton.context.Key;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A key that has no value. */
@State(Scope.Thread)
public class MissingKey {
  @Param("100")
  int depth;

  private final Key<String> batonKey = Key.of("missing");
  private final io.grpc.Context.Key<String> grpcKey = io.grpc.Context.key("missing");
  private final ContextKey<String> openTelemetryKey = ContextKey.named("missing");
  private Context baton;
  private io.grpc.Context grpc;
  private io.opentelemetry.context.Context openTelemetry;

  @Setup
  public void build() {
    Values values = new Values(depth);
    baton = values.baton();
    grpc = values.grpc();
    openTelemetry = values.openTelemetry();
  }

  @Benchmark
  public @Nullable Object baton() {
    return baton.value(batonKey);
  }

  @Benchmark
  public Object grpc() {
    return grpcKey.get(grpc);
  }

  @Benchmark
  public @Nullable Object openTelemetry() {
    return openTelemetry.get(openTelemetryKey);
  }
}
