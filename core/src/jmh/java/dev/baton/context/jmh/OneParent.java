package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.JobKt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A child of a parent that lives on, a listener to the child; then the child is cancelled. gRPC and
 * futures leave something behind in the parent each time.
 */
public class OneParent {
  /** What all threads share. */
  @State(Scope.Benchmark)
  public static class Parents {
    final Context baton = Context.background().withCancel();
    final CompletableJob kotlin = JobKt.Job(null);
  }

  @Benchmark
  public Object baton(Parents parents, Told told) {
    CancellableContext child = parents.baton.withCancel();
    child.afterFunc(Runnable::run, told.action);
    child.cancel();
    return child;
  }

  @Benchmark
  public Object kotlin(Parents parents, Told told) {
    CompletableJob child = JobKt.Job(parents.kotlin);
    child.invokeOnCompletion(told.kotlinListener);
    child.cancel(null);
    return child;
  }
}
