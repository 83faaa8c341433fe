package dev.baton.context.jmh;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** One request: a deadline, three values, a child, a listener to it, ten polls, and the end. */
public class Request {
  static final int POLLS = 10;

  private static final Key<String> USER = Key.of("user");
  private static final Key<String> TRACE = Key.of("trace");
  private static final Key<String> TENANT = Key.of("tenant");

  private static final io.grpc.Context.Key<String> GRPC_USER = io.grpc.Context.key("user");
  private static final io.grpc.Context.Key<String> GRPC_TRACE = io.grpc.Context.key("trace");
  private static final io.grpc.Context.Key<String> GRPC_TENANT = io.grpc.Context.key("tenant");

  @Benchmark
  public Object baton(Told told, Blackhole polled) {
    try (CancellableContext request = Context.background().withTimeout(Timers.HOUR)) {
      Context ctx =
          request.withValue(USER, "ada").withValue(TRACE, "7f3a").withValue(TENANT, "north");
      try (CancellableContext child = ctx.withCancel()) {
        child.afterFunc(Runnable::run, told.action);
        for (int i = 0; i < POLLS; i++) {
          polled.consume(child.isDone());
        }
        return child;
      }
    }
  }

  @Benchmark
  public Object grpc(Timers timers, Told told, Blackhole polled) {
    try (io.grpc.Context.CancellableContext request =
        io.grpc.Context.ROOT.withDeadlineAfter(1, TimeUnit.HOURS, timers.grpc)) {
      io.grpc.Context ctx =
          request
              .withValue(GRPC_USER, "ada")
              .withValue(GRPC_TRACE, "7f3a")
              .withValue(GRPC_TENANT, "north");
      try (io.grpc.Context.CancellableContext child = ctx.withCancellation()) {
        child.addListener(told.grpcListener, Runnable::run);
        for (int i = 0; i < POLLS; i++) {
          polled.consume(child.isCancelled());
        }
        return child;
      }
    }
  }
}
