package dev.baton.context.jmh;

import dev.baton.context.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** Asks a context with a deadline that is not reached for its end. */
public class PollDeadline extends Polling {
  @Setup
  public void build(Timers timers) {
    baton = Context.background().withTimeout(Timers.HOUR);
    grpc = io.grpc.Context.ROOT.withDeadlineAfter(1, TimeUnit.HOURS, timers.grpc);
    future = new CompletableFuture<Void>().orTimeout(1, TimeUnit.HOURS);
  }
}
