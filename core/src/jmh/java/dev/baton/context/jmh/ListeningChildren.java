package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A parent, many children with a listener each; then the parent is cancelled. */
@State(Scope.Thread)
public class ListeningChildren extends Told {
  @Param({"10000", "1000000"})
  int count;

  @Benchmark
  public int baton() {
    CancellableContext parent = Context.background().withCancel();
    for (int i = 0; i < count; i++) {
      parent.withCancel().afterFunc(Runnable::run, action);
    }
    parent.cancel();
    return times;
  }

  @Benchmark
  public int grpc() {
    io.grpc.Context.CancellableContext parent = io.grpc.Context.ROOT.withCancellation();
    for (int i = 0; i < count; i++) {
      parent.withCancellation().addListener(grpcListener, Runnable::run);
    }
    parent.cancel(null);
    return times;
  }

  @Benchmark
  public int kotlin() {
    CompletableJob parent = JobKt.Job(null);
    for (int i = 0; i < count; i++) {
      JobKt.Job(parent).invokeOnCompletion(kotlinListener);
    }
    parent.cancel(null);
    return times;
  }

  @Benchmark
  public int future() {
    CompletableFuture<Void> parent = new CompletableFuture<>();
    for (int i = 0; i < count; i++) {
      Futures.tell(Futures.below(parent), futureListener);
    }
    Futures.cancel(parent);
    return times;
  }
}
