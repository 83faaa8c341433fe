package dev.baton.context.jmh.preview;

import java.time.Duration;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** One request: a time-out, three values, a scope within, ten polls, and the end of both. */
public class Request {
  private static final int POLLS = 10;
  private static final Duration HOUR = Duration.ofHours(1);

  private static final ScopedValue<String> USER = ScopedValue.newInstance();
  private static final ScopedValue<String> TRACE = ScopedValue.newInstance();
  private static final ScopedValue<String> TENANT = ScopedValue.newInstance();

  @Benchmark
  public Object scope(Blackhole polled) {
    try (var request =
        StructuredTaskScope.open(Joiner.awaitAll(), settings -> settings.withTimeout(HOUR))) {
      ScopedValue.where(USER, "ada")
          .where(TRACE, "7f3a")
          .where(TENANT, "north")
          .run(() -> child(polled));
      return request;
    }
  }

  private static void child(Blackhole polled) {
    try (var child = StructuredTaskScope.open(Joiner.awaitAll())) {
      for (int i = 0; i < POLLS; i++) {
        polled.consume(child.isCancelled());
      }
    }
  }
}
