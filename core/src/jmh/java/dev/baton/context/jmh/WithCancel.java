package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A context below the root, made and cancelled. */
@State(Scope.Thread)
public class WithCancel {
  @Benchmark
  public Object baton() {
    CancellableContext ctx = Context.background().withCancel();
    ctx.cancel();
    return ctx;
  }

  @Benchmark
  public Object grpc() {
    io.grpc.Context.CancellableContext ctx = io.grpc.Context.ROOT.withCancellation();
    ctx.cancel(null);
    return ctx;
  }

  @Benchmark
  public Object kotlin() {
    CompletableJob job = JobKt.Job(null);
    job.cancel(null);
    return job;
  }

  @Benchmark
  public CompletableFuture<Void> future() {
    CompletableFuture<Void> future = new CompletableFuture<>();
    Futures.cancel(future);
    return future;
  }
}
