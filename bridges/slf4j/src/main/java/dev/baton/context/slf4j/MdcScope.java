package dev.baton.context.slf4j;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** A trace id in the MDC of the thread that opened this, until it is closed there. */
public final class MdcScope implements AutoCloseable {
  private final @Nullable String outer = MDC.get(MdcContexts.TRACE_ID);

  MdcScope(@Nullable String traceId) {
    set(traceId);
  }

  private static void set(@Nullable String traceId) {
    if (traceId == null) {
      MDC.remove(MdcContexts.TRACE_ID);
    } else {
      MDC.put(MdcContexts.TRACE_ID, traceId);
    }
  }

  /** Restores what was there before. */
  @Override
  public void close() {
    set(outer);
  }
}
