package dev.baton.context.jmh;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The value that was put first, below others. */
public class Value extends LookUp {
  @Param({"1", "10", "100"})
  int depth;

  @Setup
  public void build() {
    Values values = new Values(depth);
    batonKey = values.batonKeys.get(0);
    grpcKey = values.grpcKeys.get(0);
    openTelemetryKey = values.openTelemetryKeys.get(0);
    askOf(values);
  }
}
