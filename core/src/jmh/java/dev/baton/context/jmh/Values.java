package dev.baton.context.jmh;

import dev.baton.context.Context;
import dev.baton.context.Key;
import io.opentelemetry.context.ContextKey;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Some keys of each library, and contexts with a value for each, the first key's outermost. */
final class Values {
  static final String VALUE = "value";

  final List<Key<String>> batonKeys;
  final List<io.grpc.Context.Key<String>> grpcKeys;
  final List<ContextKey<String>> openTelemetryKeys;

  Values(int count) {
    batonKeys = names(count).map(Key::<String>of).toList();
    grpcKeys = names(count).map(io.grpc.Context::<String>key).toList();
    openTelemetryKeys = names(count).map(ContextKey::<String>named).toList();
  }

  private static Stream<String> names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "key" + i);
  }

  Context baton() {
    Context ctx = Context.background();
    for (Key<String> key : batonKeys) {
      ctx = ctx.withValue(key, VALUE);
    }
    return ctx;
  }

  io.grpc.Context grpc() {
    io.grpc.Context ctx = io.grpc.Context.ROOT;
    for (io.grpc.Context.Key<String> key : grpcKeys) {
      ctx = ctx.withValue(key, VALUE);
    }
    return ctx;
  }

  io.opentelemetry.context.Context openTelemetry() {
    io.opentelemetry.context.Context ctx = io.opentelemetry.context.Context.root();
    for (ContextKey<String> key : openTelemetryKeys) {
      ctx = ctx.with(key, VALUE);
    }
    return ctx;
  }
}
