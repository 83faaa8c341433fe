package dev.baton.context.jmh;

import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Asks a context with a deadline that is not reached for its end. */
@State(Scope.Thread)
public class PollDeadline {
  private Context baton;
  private io.grpc.Context grpc;
  private CompletableFuture<Void> future;

  @Setup
  public void build(Timers timers) {
    baton = Context.background().withTimeout(Timers.HOUR);
    grpc = io.grpc.Context.ROOT.withDeadlineAfter(1, TimeUnit.HOURS, timers.grpc);
    future = new CompletableFuture<Void>().orTimeout(1, TimeUnit.HOURS);
  }

  @Benchmark
  public boolean baton() {
    return baton.err() != null;
  }

  @Benchmark
  public boolean grpc() {
    return grpc.isCancelled();
  }

  @Benchmark
  public boolean future() {
    return future.isCompletedExceptionally();
  }
}
