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

/** A line of contexts with a listener to the innermost; then the outermost is cancelled. */
@State(Scope.Thread)
public class Chain extends Told {
  @Param("900")
  int length;

  @Benchmark
  public Object baton() {
    CancellableContext outermost = Context.background().withCancel();
    CancellableContext innermost = outermost;
    for (int i = 1; i < length; i++) {
      innermost = innermost.withCancel();
    }
    innermost.afterFunc(Runnable::run, action);
    outermost.cancel();
    return innermost;
  }

  @Benchmark
  public Object grpc() {
    io.grpc.Context.CancellableContext outermost = io.grpc.Context.ROOT.withCancellation();
    io.grpc.Context.CancellableContext innermost = outermost;
    for (int i = 1; i < length; i++) {
      innermost = innermost.withCancellation();
    }
    innermost.addListener(grpcListener, Runnable::run);
    outermost.cancel(null);
    return innermost;
  }

  @Benchmark
  public Object kotlin() {
    CompletableJob outermost = JobKt.Job(null);
    CompletableJob innermost = outermost;
    for (int i = 1; i < length; i++) {
      innermost = JobKt.Job(innermost);
    }
    innermost.invokeOnCompletion(kotlinListener);
    outermost.cancel(null);
    return innermost;
  }

  @Benchmark
  public CompletableFuture<Void> future() {
    CompletableFuture<Void> outermost = new CompletableFuture<>();
    CompletableFuture<Void> innermost = outermost;
    for (int i = 1; i < length; i++) {
      innermost = Futures.below(innermost);
    }
    Futures.tell(innermost, futureListener);
    Futures.cancel(outermost);
    return innermost;
  }
}
