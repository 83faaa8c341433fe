package dev.baton.context.jmh.preview;

import java.time.Duration;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import org.openjdk.jmh.annotations.Benchmark;

/** A scope with a time-out that is not reached, opened and closed. */
public class WithTimeout {
  private static final Duration HOUR = Duration.ofHours(1);

  @Benchmark
  public Object scope() {
    try (var scope =
        StructuredTaskScope.open(Joiner.awaitAll(), settings -> settings.withTimeout(HOUR))) {
      return scope;
    }
  }
}
