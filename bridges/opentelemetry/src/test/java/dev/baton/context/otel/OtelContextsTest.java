package dev.baton.context.otel;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.Context;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // scopes are closed and not used
final class OtelContextsTest {
  private static final Span SPAN = span("0af7651916cd43dd8448eb211c80319c");
  private static final Span OTHER = span("4bf92f3577b34da6a3ce929d0e0e4736");

  private static Span span(String traceId) {
    return Span.wrap(
        SpanContext.create(
            traceId, "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault()));
  }

  @Test
  void aContextWithoutOneHasTheRoot() {
    assertThat(OtelContexts.of(Context.background()))
        .isSameInstanceAs(io.opentelemetry.context.Context.root());
  }

  @Test
  void carryingMakesNothingCurrent() {
    Context ctx = OtelContexts.with(Context.background(), SPAN);
    assertThat(Span.current().getSpanContext().isValid()).isFalse();
    assertThat(Span.fromContext(OtelContexts.of(ctx))).isSameInstanceAs(SPAN);
  }

  @Test
  void theSpanIsCurrentAtAnEdgeAndWhatWasIsRestored() {
    Context ctx = OtelContexts.with(Context.background(), SPAN);
    try (Scope outer = OTHER.makeCurrent()) {
      try (Scope scope = OtelContexts.makeCurrent(ctx)) {
        assertThat(Span.current()).isSameInstanceAs(SPAN);
      }
      assertThat(Span.current()).isSameInstanceAs(OTHER);
    }
  }

  @Test
  void whatIsCurrentIsOfAnotherRequestWhereAContextHasNone() {
    try (Scope outer = OTHER.makeCurrent();
        Scope scope = OtelContexts.makeCurrent(Context.background())) {
      assertThat(Span.current().getSpanContext().isValid()).isFalse();
    }
  }

  @Test
  void whatIsCurrentWhereARequestComesInIsCarriedToOtherThreads() throws Exception {
    Context ctx;
    try (Scope instrumented = SPAN.makeCurrent()) {
      ctx = OtelContexts.withCurrent(Context.background());
    }
    Span there =
        CompletableFuture.supplyAsync(
                () -> {
                  try (Scope scope = OtelContexts.makeCurrent(ctx)) {
                    return Span.current();
                  }
                })
            .get();
    assertThat(there).isSameInstanceAs(SPAN);
  }

  @Test
  void aSpanIsAddedToWhatIsCarried() {
    Context ctx =
        OtelContexts.with(Context.background(), Baggage.builder().put("user", "ann").build());
    Context inner = OtelContexts.with(ctx, SPAN);
    try (Scope scope = OtelContexts.makeCurrent(inner)) {
      assertThat(Span.current()).isSameInstanceAs(SPAN);
      assertThat(Baggage.current().getEntryValue("user")).isEqualTo("ann");
    }
    assertThat(Span.fromContextOrNull(OtelContexts.of(ctx))).isNull();
  }

  @Test
  void nullsAreRefused() {
    Context ctx = Context.background();
    io.opentelemetry.context.Context none = null;
    assertThrows(NullPointerException.class, () -> OtelContexts.with(ctx, none));
    assertThrows(NullPointerException.class, () -> OtelContexts.with(ctx, (Span) null));
  }
}
