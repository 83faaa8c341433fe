package dev.baton.context.jmh;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What deadlines need. */
@State(Scope.Benchmark)
public class Timers {
  static final Duration HOUR = Duration.ofHours(1);

  /** Set up as gRPC does it for its own calls. */
  final ScheduledThreadPoolExecutor grpc = new ScheduledThreadPoolExecutor(1);

  public Timers() {
    grpc.setRemoveOnCancelPolicy(true);
  }

  @TearDown
  public void stop() {
    grpc.shutdownNow();
  }
}
