package dev.baton.context.jmh;

import dev.baton.context.Key;
import io.opentelemetry.context.ContextKey;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A key that has no value. */
public class MissingKey extends LookUp {
  @Param("100")
  int depth;

  @Setup
  public void build() {
    batonKey = Key.of("missing");
    grpcKey = io.grpc.Context.key("missing");
    openTelemetryKey = ContextKey.named("missing");
    askOf(new Values(depth));
  }
}
