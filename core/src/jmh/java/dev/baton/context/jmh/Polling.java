package dev.baton.context.jmh;

import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Asks for its end what a case has made. */
@State(Scope.Thread)
public abstract class Polling {
  Context baton;
  io.grpc.Context grpc;
  CompletableFuture<Void> future;

  @Benchmark
  public boolean baton() {
    return baton.err() != null;
  }

  @Benchmark
  public boolean grpc() {
    return grpc.isCancelled();
  }

  @Benchmark
  public boolean future() {
    return future.isCompletedExceptionally();
  }
}
