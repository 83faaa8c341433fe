package dev.baton.context.jmh.preview;

import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import org.openjdk.jmh.annotations.Benchmark;

/** A scope, opened and closed. */
public class WithCancel {
  @Benchmark
  public Object scope() {
    try (var scope = StructuredTaskScope.open(Joiner.awaitAll())) {
      return scope;
    }
  }
}
