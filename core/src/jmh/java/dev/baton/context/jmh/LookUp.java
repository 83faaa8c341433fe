package dev.baton.context.jmh;

import dev.baton.context.Context;
import dev.baton.context.Key;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Asks for the value of a key, where a case has put many. */
@State(Scope.Thread)
public abstract class LookUp {
  Key<String> batonKey;
  io.grpc.Context.Key<String> grpcKey;
  ContextKey<String> openTelemetryKey;
  private Context baton;
  private io.grpc.Context grpc;
  private io.opentelemetry.context.Context openTelemetry;

  final void askOf(Values values) {
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
