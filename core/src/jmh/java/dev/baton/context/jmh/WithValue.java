package dev.baton.context.jmh;

import dev.baton.context.Context;
import dev.baton.context.Key;
import io.opentelemetry.context.ContextKey;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One value, put below the root. */
@State(Scope.Thread)
public class WithValue {
  private final Values values = new Values(1);
  private final Key<String> batonKey = values.batonKeys.get(0);
  private final io.grpc.Context.Key<String> grpcKey = values.grpcKeys.get(0);
  private final ContextKey<String> openTelemetryKey = values.openTelemetryKeys.get(0);

  @Benchmark
  public Object baton() {
    return Context.background().withValue(batonKey, Values.VALUE);
  }

  @Benchmark
  public Object grpc() {
    return io.grpc.Context.ROOT.withValue(grpcKey, Values.VALUE);
  }

  @Benchmark
  public Object openTelemetry() {
    return io.opentelemetry.context.Context.root().with(openTelemetryKey, Values.VALUE);
  }
}
