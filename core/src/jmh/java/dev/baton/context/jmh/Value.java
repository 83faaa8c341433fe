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

/** The value that was put first, below others. */
@State(Scope.Thread)
public class Value {
  @Param({"1", "10", "100"})
  int depth;

  private Key<String> batonKey;
  private io.grpc.Context.Key<String> grpcKey;
  private ContextKey<String> openTelemetryKey;
  private Context baton;
  private io.grpc.Context grpc;
  private io.opentelemetry.context.Context openTelemetry;

  @Setup
  public void build() {
    Values values = new Values(depth);
    batonKey = values.batonKeys.get(0);
    grpcKey = values.grpcKeys.get(0);
    openTelemetryKey = values.openTelemetryKeys.get(0);
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
