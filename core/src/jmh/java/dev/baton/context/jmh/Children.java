package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A parent, many children; then the parent is cancelled, and each child is asked for its end. */
@State(Scope.Thread)
public class Children {
  @Param({"10000", "1000000"})
  int count;

  private Context[] baton;
  private io.grpc.Context[] grpc;
  private CompletableJob[] kotlin;
  private CompletableFuture<?>[] future;

  @Setup
  public void room() {
    baton = new Context[count];
    grpc = new io.grpc.Context[count];
    kotlin = new CompletableJob[count];
    future = new CompletableFuture<?>[count];
  }

  @Benchmark
  public int baton() {
    CancellableContext parent = Context.background().withCancel();
    for (int i = 0; i < count; i++) {
      baton[i] = parent.withCancel();
    }
    parent.cancel();
    int done = 0;
    for (Context child : baton) {
      done += child.isDone() ? 1 : 0;
    }
    return done;
  }

  @Benchmark
  public int grpc() {
    io.grpc.Context.CancellableContext parent = io.grpc.Context.ROOT.withCancellation();
    for (int i = 0; i < count; i++) {
      grpc[i] = parent.withCancellation();
    }
    parent.cancel(null);
    int done = 0;
    for (io.grpc.Context child : grpc) {
      done += child.isCancelled() ? 1 : 0;
    }
    return done;
  }

  @Benchmark
  public int kotlin() {
    CompletableJob parent = JobKt.Job(null);
    for (int i = 0; i < count; i++) {
      kotlin[i] = JobKt.Job(parent);
    }
    parent.cancel(null);
    int done = 0;
    for (CompletableJob child : kotlin) {
      done += child.isCancelled() ? 1 : 0;
    }
    return done;
  }

  @Benchmark
  public int future() {
    CompletableFuture<Void> parent = new CompletableFuture<>();
    for (int i = 0; i < count; i++) {
      future[i] = Futures.below(parent);
    }
    Futures.cancel(parent);
    int done = 0;
    for (CompletableFuture<?> child : future) {
      done += child.isCompletedExceptionally() ? 1 : 0;
    }
    return done;
  }
}
