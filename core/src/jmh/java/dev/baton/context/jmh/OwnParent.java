package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A parent, its child, a listener to the child; then the child is cancelled. */
@State(Scope.Thread)
public class OwnParent extends Told {
  @Benchmark
  public Object baton() {
    CancellableContext child = Context.background().withCancel().withCancel();
    child.afterFunc(Runnable::run, action);
    child.cancel();
    return child;
  }

  @Benchmark
  public Object grpc() {
    io.grpc.Context.CancellableContext child =
        io.grpc.Context.ROOT.withCancellation().withCancellation();
    child.addListener(grpcListener, Runnable::run);
    child.cancel(null);
    return child;
  }

  @Benchmark
  public Object kotlin() {
    CompletableJob child = JobKt.Job(JobKt.Job(null));
    child.invokeOnCompletion(kotlinListener);
    child.cancel(null);
    return child;
  }

  @Benchmark
  public CompletableFuture<Void> future() {
    CompletableFuture<Void> child = Futures.below(new CompletableFuture<>());
    Futures.tell(child, futureListener);
    Futures.cancel(child);
    return child;
  }
}
