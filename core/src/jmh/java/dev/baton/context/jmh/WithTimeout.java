package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A context with a deadline that is not reached, made and cancelled. */
@State(Scope.Thread)
public class WithTimeout {
  @Benchmark
  public Object baton() {
    CancellableContext ctx = Context.background().withTimeout(Timers.HOUR);
    ctx.cancel();
    return ctx;
  }

  @Benchmark
  public Object grpc(Timers timers) {
    io.grpc.Context.CancellableContext ctx =
        io.grpc.Context.ROOT.withDeadlineAfter(1, TimeUnit.HOURS, timers.grpc);
    ctx.cancel(null);
    return ctx;
  }

  @Benchmark
  public CompletableFuture<Void> future() {
    CompletableFuture<Void> future = new CompletableFuture<Void>().orTimeout(1, TimeUnit.HOURS);
    Futures.cancel(future);
    return future;
  }
}
