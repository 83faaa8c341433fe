package dev.baton.context.jmh;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** As many values, put one below the other. */
@State(Scope.Thread)
public class ManyValues {
  @Param({"10", "100"})
  int count;

  private Values values;

  @Setup
  public void keys() {
    values = new Values(count);
  }

  @Benchmark
  public Object baton() {
    return values.baton();
  }

  @Benchmark
  public Object grpc() {
    return values.grpc();
  }

  @Benchmark
  public Object openTelemetry() {
    return values.openTelemetry();
  }
}
