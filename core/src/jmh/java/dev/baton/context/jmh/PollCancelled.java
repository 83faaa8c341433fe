package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** Asks a context that is done, with its parent, for its end. */
public class PollCancelled extends Polling {
  private CompletableJob kotlin;

  @Setup
  public void build() {
    CancellableContext batonParent = Context.background().withCancel();
    baton = batonParent.withCancel();
    batonParent.cancel();
    io.grpc.Context.CancellableContext grpcParent = io.grpc.Context.ROOT.withCancellation();
    grpc = grpcParent.withCancellation();
    grpcParent.cancel(null);
    CompletableJob kotlinParent = JobKt.Job(null);
    kotlin = JobKt.Job(kotlinParent);
    kotlinParent.cancel(null);
    CompletableFuture<Void> futureParent = new CompletableFuture<>();
    future = Futures.below(futureParent);
    Futures.cancel(futureParent);
  }

  @Benchmark
  public boolean kotlin() {
    return kotlin.isCancelled();
  }
}
