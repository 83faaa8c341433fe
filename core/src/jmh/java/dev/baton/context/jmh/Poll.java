package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** Asks the innermost of a line of contexts, all of which are live, for its end. */
public class Poll extends Polling {
  @Param({"1", "2", "11"})
  int depth;

  private CompletableJob kotlin;

  @Setup
  public void build() {
    CancellableContext batonInner = Context.background().withCancel();
    io.grpc.Context.CancellableContext grpcInner = io.grpc.Context.ROOT.withCancellation();
    kotlin = JobKt.Job(null);
    future = new CompletableFuture<>();
    for (int i = 1; i < depth; i++) {
      batonInner = batonInner.withCancel();
      grpcInner = grpcInner.withCancellation();
      kotlin = JobKt.Job(kotlin);
      future = Futures.below(future);
    }
    baton = batonInner;
    grpc = grpcInner;
  }

  @Benchmark
  public boolean kotlin() {
    return kotlin.isCancelled();
  }
}
