package dev.baton.context.jmh;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import io.grpc.Context.CancellableContext;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.DisposableHandle;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A listener that is added and taken back. */
@State(Scope.Thread)
public class Listener extends Told {
  private final Context baton = Context.background().withCancel();
  private final CancellableContext grpc = io.grpc.Context.ROOT.withCancellation();
  private final CompletableJob kotlin = JobKt.Job(null);

  @Benchmark
  public Object baton() {
    Registration registration = baton.afterFunc(Runnable::run, action);
    registration.stop();
    return registration;
  }

  @Benchmark
  public Object grpc() {
    grpc.addListener(grpcListener, Runnable::run);
    grpc.removeListener(grpcListener);
    return grpc;
  }

  @Benchmark
  public Object kotlin() {
    DisposableHandle handle = kotlin.invokeOnCompletion(kotlinListener);
    handle.dispose();
    return handle;
  }
}
