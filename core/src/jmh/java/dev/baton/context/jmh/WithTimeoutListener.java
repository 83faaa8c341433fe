package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;

/** A context with a deadline that is not reached, and a listener to it; then it is cancelled. */
public class WithTimeoutListener {
  @Benchmark
  public Object baton(Told told) {
    CancellableContext ctx = Context.background().withTimeout(Timers.HOUR);
    ctx.afterFunc(Runnable::run, told.action);
    ctx.cancel();
    return ctx;
  }

  @Benchmark
  public Object grpc(Timers timers, Told told) {
    io.grpc.Context.CancellableContext ctx =
        io.grpc.Context.ROOT.withDeadlineAfter(1, TimeUnit.HOURS, timers.grpc);
    ctx.addListener(told.grpcListener, Runnable::run);
    ctx.cancel(null);
    return ctx;
  }

  @Benchmark
  public CompletableFuture<Void> future(Told told) {
    CompletableFuture<Void> future = new CompletableFuture<Void>().orTimeout(1, TimeUnit.HOURS);
    Futures.tell(future, told.futureListener);
    Futures.cancel(future);
    return future;
  }
}
