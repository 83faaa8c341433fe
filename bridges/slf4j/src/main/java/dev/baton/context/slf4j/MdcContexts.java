package dev.baton.context.slf4j;

import dev.baton.context.Context;
import dev.baton.context.metadata.RequestMetadata;

/**
 * Brings the trace id of a request into the lines of its log, through SLF4J's MDC, which belongs to
 * a thread: at the edge where a request gets to its thread.
 *
 * <pre>{@code
 * try (MdcScope scope = MdcContexts.open(ctx)) {
 *   orders.find(ctx, id); // logs with %X{trace_id}
 * }
 * }</pre>
 *
 * <p>Safe for use by any number of threads; a scope belongs to one. In Go a logger takes the
 * context with each line; the loggers of Java take none.
 */
public final class MdcContexts {
  /** The name in the MDC, which is that of OpenTelemetry's instrumentation and of Kratos. */
  public static final String TRACE_ID = "trace_id";

  private MdcContexts() {}

  /**
   * Puts the trace id of the context's {@link RequestMetadata} into the MDC of this thread; removes
   * what is there if it has none, as that is of another request.
   *
   * @return to be closed on this thread, which restores what was there; in try-with-resources
   */
  public static MdcScope open(Context ctx) {
    return new MdcScope(RequestMetadata.of(ctx).traceId().orElse(null));
  }
}
