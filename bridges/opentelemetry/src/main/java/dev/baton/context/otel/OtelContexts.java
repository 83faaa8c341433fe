package dev.baton.context.otel;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.Key;
import io.opentelemetry.context.ImplicitContextKeyed;
import io.opentelemetry.context.Scope;

/**
 * Carries an OpenTelemetry context, with its span and its baggage, as a value of a context, and
 * makes it current at an edge: where a library is called that asks for the current span.
 *
 * <pre>{@code
 * Context ctx = OtelContexts.with(received, span);
 * ...
 * try (Scope scope = OtelContexts.makeCurrent(ctx)) {
 *   instrumentedClient.send(request);
 * }
 * }</pre>
 *
 * <p>In between nothing is current, and nothing is lost where work changes its thread. In Go the
 * span is a value of the one context as well: {@code trace.ContextWithSpan}. The end of a context
 * does nothing to its span.
 *
 * <p>Safe for use by any number of threads; a {@link Scope} belongs to one.
 */
public final class OtelContexts {
  private static final Key<io.opentelemetry.context.Context> KEY = Key.of("opentelemetry context");

  private OtelContexts() {}

  /** Derives a context that carries an OpenTelemetry context in place of what it had. */
  public static Context with(Context ctx, io.opentelemetry.context.Context otel) {
    return ctx.withValue(KEY, requireNonNull(otel, "otel"));
  }

  /** Derives a context with a span or a baggage added to the OpenTelemetry context it carries. */
  public static Context with(Context ctx, ImplicitContextKeyed spanOrBaggage) {
    return with(ctx, of(ctx).with(requireNonNull(spanOrBaggage, "spanOrBaggage")));
  }

  /**
   * Derives a context that carries what is current on this thread: for the code that receives
   * requests, behind instrumentation that has started a span.
   */
  public static Context withCurrent(Context ctx) {
    return with(ctx, io.opentelemetry.context.Context.current());
  }

  /** The OpenTelemetry context that a context carries; OpenTelemetry's root if it has none. */
  public static io.opentelemetry.context.Context of(Context ctx) {
    io.opentelemetry.context.Context otel = ctx.value(KEY);
    return otel == null ? io.opentelemetry.context.Context.root() : otel;
  }

  /**
   * Makes the OpenTelemetry context that a context carries current on this thread, its root if it
   * carries none: what was current here before is of another request or none.
   *
   * @return to be closed on this thread, which restores what was current; in try-with-resources
   */
  @SuppressWarnings("MustBeClosedChecker") // the caller must, as it is told
  public static Scope makeCurrent(Context ctx) {
    return of(ctx).makeCurrent();
  }
}
