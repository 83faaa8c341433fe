package dev.baton.context.metadata;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextError;
import dev.baton.context.testing.ManualTime;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetadataHeadersTest {
  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final MetadataHeaders HEADERS = MetadataHeaders.standard();

  private static RequestMetadata read(String... lines) {
    return HEADERS.read(
        sink -> {
          for (int i = 0; i < lines.length; i += 2) {
            sink.accept(lines[i], lines[i + 1]);
          }
        });
  }

  private static List<String> written(MetadataHeaders headers, RequestMetadata metadata) {
    List<String> lines = new ArrayList<>();
    headers.write(metadata, (name, value) -> lines.add(name + ": " + value));
    return lines;
  }

  // ------------------------------------------------------------------------------------ in

  @Test
  void whatIsNotMetadataIsNotRead() {
    RequestMetadata metadata =
        read(
            "Authorization", "secret",
            "x-md", "a",
            "x-mdx", "b",
            "x-md-key-bin", "AAAA",
            "x-md-global-a!b", "c");
    assertThat(metadata).isSameInstanceAs(RequestMetadata.empty());
    assertThat(metadata.traceId()).isEmpty();
    assertThat(metadata.traceState()).isEmpty();
    assertThat(metadata.baggage()).isEmpty();
    assertThat(metadata.names()).isEmpty();
    assertThat(metadata.values("x-md-global-user")).isEmpty();
    assertThat(written(HEADERS, metadata)).isEmpty();
  }

  @Test
  void theCaseOfNamesDoesNotMatter() {
    RequestMetadata metadata = read("TraceParent", PARENT, "X-Md-Global-User", "Ann");
    assertThat(metadata.traceId()).hasValue("0af7651916cd43dd8448eb211c80319c");
    assertThat(metadata.names()).containsExactly("x-md-global-user");
    assertThat(metadata.value("X-MD-global-user")).hasValue("Ann");
  }

  @Test
  void aTraceThatIsNotOneIsNone() {
    assertThat(read("traceparent", "00-x", "tracestate", "a=1").traceState()).isEmpty();
    RequestMetadata two = read("traceparent", PARENT, "traceparent", PARENT, "tracestate", "a=1");
    assertThat(two.traceId()).isEmpty();
    assertThat(two.traceState()).isEmpty();
  }

  @Test
  void linesOfATraceStateAreOne() {
    RequestMetadata metadata =
        read("traceparent", PARENT, "tracestate", "a=1", "tracestate", "", "tracestate", "b=2");
    assertThat(metadata.traceState()).hasValue("a=1,b=2");
  }

  @Test
  void aTraceStateHasAtMost32Members() {
    String most = "a=1" + ",a=1".repeat(31);
    assertThat(read("traceparent", PARENT, "tracestate", most).traceState()).hasValue(most);
    assertThat(read("traceparent", PARENT, "tracestate", most + ",a=1").traceState()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=1,b=", "a=1,B=1", "a=1,b", "a=1,b=c=d", "a=1,b=\t1", "=1", "a =1", "a\u0000=1"})
  void aTraceStateWithAMemberThatIsNotOneIsNone(String state) {
    assertThat(read("traceparent", PARENT, "tracestate", state).traceState()).isEmpty();
  }

  @Test
  void aTraceStateIsAsLongAsItsMembersMayBe() {
    String member = "0a_-*/@" + "b".repeat(249) + "=" + " ".repeat(255) + "~";
    assertThat(read("traceparent", PARENT, "tracestate", member).traceState()).hasValue(member);
    assertThat(read("traceparent", PARENT, "tracestate", "c" + member).traceState()).isEmpty();
    assertThat(read("traceparent", PARENT, "tracestate", member + "~").traceState()).isEmpty();
    String long32 = String.join(",", Collections.nCopies(32, member));
    assertThat(read("traceparent", PARENT, "tracestate", long32).traceState()).isEmpty();
  }

  @Test
  void listsMayHaveTabsAndBlankMembers() {
    String state = "foo=1\t,\tbar=2" + ",\t".repeat(31);
    RequestMetadata metadata =
        read("traceparent", PARENT, "tracestate", state, "baggage", "a\t=\t1\t;p,\tb=2");
    assertThat(metadata.traceState()).hasValue("foo=1,bar=2");
    assertThat(metadata.baggage()).containsExactly("a", "1", "b", "2").inOrder();
    assertThat(read("x-md-local-a", "1\t2").names()).isEmpty();
  }

  @Test
  void baggageIsDecoded() {
    RequestMetadata metadata =
        read("baggage", "user=J%C3%BCrgen%, plan = a%2Cb;ttl=1;x", "baggage", "bad member,,last=");
    assertThat(metadata.baggage())
        .containsExactly("user", "J\u00fcrgen%", "plan", "a,b", "last", "")
        .inOrder();
  }

  @Test
  void whatIsTooLongIsLeftOut() {
    String most = "a=" + "1".repeat(8190);
    assertThat(read("baggage", most).baggage()).hasSize(1);
    assertThat(read("baggage", most + "1")).isSameInstanceAs(RequestMetadata.empty());
    assertThat(read("baggage", most, "baggage", "b=1").baggage()).isEmpty();
    String rest = "1".repeat(8192 - 12 - 13);
    assertThat(read("x-md-local-a", rest, "x-md-local-b", "1").names()).hasSize(2);
    RequestMetadata more = read("baggage", "a=1", "x-md-local-a", rest, "x-md-local-b", "12");
    assertThat(more.names()).isEmpty();
    assertThat(more.baggage()).hasSize(1);
  }

  @Test
  void valuesThatAreNotTextAreLeftOut() {
    RequestMetadata metadata =
        read("x-md-global-a", "a\r\nx: y", "x-md-global-b", "\u00fc", "x-md-global-c", "plain ~");
    assertThat(metadata.names()).containsExactly("x-md-global-c");
  }

  @Test
  void theHeadersOfTheJdk() {
    RequestMetadata metadata = HEADERS.read(Map.of("X-md-local-a", List.of("1", "2")));
    assertThat(metadata.values("x-md-local-a")).containsExactly("1", "2").inOrder();
  }

  // ----------------------------------------------------------------------------------- out

  @Test
  void whatTravelsIsWrittenAsItCame() {
    RequestMetadata metadata =
        read(
            "traceparent", PARENT,
            "tracestate", "a=1",
            "baggage", "user=J%C3%BCrgen;ttl=1",
            "x-md-global-user", "ann",
            "x-md-global-user", "bob",
            "x-md-local-retry", "1",
            "x-md-retry", "2");
    assertThat(written(HEADERS, metadata))
        .containsExactly(
            "traceparent: " + PARENT,
            "tracestate: a=1",
            "baggage: user=J%C3%BCrgen;ttl=1",
            "x-md-global-user: ann",
            "x-md-global-user: bob")
        .inOrder();
  }

  @Test
  void anotherPrefix() {
    MetadataHeaders acme = MetadataHeaders.withPrefix("X-Acme-");
    RequestMetadata metadata =
        acme.read(Map.of("x-acme-global-a", List.of("1"), "x-md-global-b", List.of("2")));
    assertThat(metadata.names()).containsExactly("x-acme-global-a");
    assertThat(written(acme, metadata)).containsExactly("x-acme-global-a: 1");
    assertThat(written(HEADERS, metadata)).isEmpty();
    assertThrows(IllegalArgumentException.class, () -> MetadataHeaders.withPrefix("no name"));
    assertThrows(IllegalArgumentException.class, () -> MetadataHeaders.withPrefix(""));
    assertThrows(IllegalArgumentException.class, () -> MetadataHeaders.withPrefix("x~"));
  }

  @Test
  void theTimeThatIsLeftTravels() {
    ManualTime time = ManualTime.start(Instant.EPOCH);
    try (CancellableContext ctx = time.background().withTimeout(Duration.ofNanos(2_999_999))) {
      assertThat(timeout(ctx)).isEqualTo("2");
      time.advance(Duration.ofNanos(2_500_000));
      assertThat(timeout(ctx)).isEqualTo("1");
    }
    assertThat(timeout(Context.background())).isEqualTo("none");
  }

  private static String timeout(Context ctx) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost/"));
    HEADERS.write(ctx, request::header);
    return request.build().headers().firstValue(MetadataHeaders.TIMEOUT).orElse("none");
  }

  // -------------------------------------------------------------------------------- accept

  @Test
  void aRequestThatIsAcceptedHasItsMetadataAndTime() {
    try (CancellableContext ctx =
        HEADERS.accept(Duration.ofHours(1), sink -> sink.accept("x-md-local-a", "1"))) {
      assertThat(RequestMetadata.of(ctx).value("x-md-local-a")).hasValue("1");
      assertThat(ctx.remaining()).isAtMost(Duration.ofHours(1));
      assertThat(ctx.remaining()).isAtLeast(Duration.ofMinutes(59));
    }
  }

  @Test
  void aClientCanShortenItsTimeAndNotMore() {
    assertThat(accepted("60000")).isAtMost(Duration.ofMinutes(1));
    for (String header : List.of("7200000", "", "-1", "1.5", "1s", "9".repeat(30))) {
      assertThat(accepted(header)).isAtLeast(Duration.ofMinutes(59));
      assertThat(accepted(header)).isAtMost(Duration.ofHours(1));
    }
    for (List<String> lines : List.of(List.of("60000", "120000"), List.of("120000", "60000"))) {
      try (CancellableContext ctx =
          HEADERS.accept(
              Duration.ofHours(1),
              sink -> lines.forEach(line -> sink.accept(MetadataHeaders.TIMEOUT, line)))) {
        assertThat(ctx.remaining()).isAtMost(Duration.ofMinutes(1));
      }
    }
    try (CancellableContext ctx =
        HEADERS.accept(Duration.ofHours(1), sink -> sink.accept(MetadataHeaders.TIMEOUT, "0"))) {
      assertThat(ctx.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
    }
  }

  @Test
  void theShorterTimeOfTwoIsThatOfAContextThatIsServed() {
    ManualTime time = ManualTime.start(Instant.EPOCH);
    try (CancellableContext served = time.background().withTimeout(Duration.ofSeconds(2))) {
      assertThat(accepted(served, Map.of())).isEqualTo(Duration.ofSeconds(2));
      assertThat(accepted(served, timeout("1000"))).isEqualTo(Duration.ofSeconds(1));
      assertThat(accepted(served, timeout("3000"))).isEqualTo(Duration.ofSeconds(2));
      try (CancellableContext ctx =
          HEADERS.accept(served, sink -> sink.accept("x-md-local-a", "1"))) {
        assertThat(RequestMetadata.of(ctx).value("x-md-local-a")).hasValue("1");
        served.cancel();
        assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
      }
    }
  }

  private static Map<String, List<String>> timeout(String header) {
    return Map.of("X-envoy-expected-rq-timeout-ms", List.of(header));
  }

  private static Duration accepted(Context ctx, Map<String, List<String>> headers) {
    try (CancellableContext accepted = HEADERS.accept(ctx, headers)) {
      return accepted.remaining();
    }
  }

  private static Duration accepted(String header) {
    try (CancellableContext ctx =
        HEADERS.accept(
            Duration.ofHours(1), sink -> sink.accept("X-Envoy-Expected-Rq-Timeout-Ms", header))) {
      return ctx.remaining();
    }
  }

  // ------------------------------------------------------------------------------- metadata

  @Test
  void aContextHasItsMetadata() {
    Context none = Context.background();
    assertThat(RequestMetadata.of(none)).isSameInstanceAs(RequestMetadata.empty());
    RequestMetadata metadata = read("x-md-local-a", "1");
    Context ctx = RequestMetadata.with(none, metadata);
    assertThat(RequestMetadata.of(ctx)).isSameInstanceAs(metadata);
    assertThat(RequestMetadata.of(ctx.withoutCancel())).isSameInstanceAs(metadata);
  }

  @Test
  void changesAreNewMetadata() {
    RequestMetadata metadata =
        read("x-md-global-a", "1", "baggage", "one=1;p, two=2")
            .withValue("X-MD-Global-A", "2")
            .withBaggage("two", "\u00fc, 100%")
            .withTraceParent(TraceParent.parse(PARENT).orElseThrow());
    assertThat(written(HEADERS, metadata))
        .containsExactly(
            "traceparent: " + PARENT, "baggage: one=1;p,two=%C3%BC%2C%20100%25", "x-md-global-a: 2")
        .inOrder();
    assertThat(metadata.baggage()).containsExactly("one", "1", "two", "\u00fc, 100%");
    assertThat(RequestMetadata.empty().names()).isEmpty();
    assertThat(RequestMetadata.empty().withBaggage("a", "b").baggage()).containsExactly("a", "b");
  }

  @Test
  void aTraceIsStartedOnlyWhereThereIsNone() {
    RequestMetadata traced = read("traceparent", PARENT);
    assertThat(traced.withTrace()).isSameInstanceAs(traced);
    assertThat(RequestMetadata.empty().withTrace().traceId()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb: c", "\u00fc", "a\u0000"})
  void noHeaderIsSmuggledIn(String text) {
    RequestMetadata metadata = RequestMetadata.empty();
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class, () -> metadata.withValue("x-md-global-a", text));
    assertThat(thrown).hasMessageThat().doesNotContain(text);
    assertThrows(IllegalArgumentException.class, () -> metadata.withValue(text, "a"));
    assertThrows(IllegalArgumentException.class, () -> metadata.withBaggage(text, "a"));
  }

  /** A name is what gRPC has for one too; a key of baggage is any token. */
  @Test
  void aNameIsNarrowerThanAKey() {
    RequestMetadata metadata = RequestMetadata.empty().withValue("X_1.a-", "1");
    assertThat(metadata.names()).containsExactly("x_1.a-");
    for (char other : "!#$%&'*+^`|~".toCharArray()) {
      assertThrows(
          IllegalArgumentException.class, () -> metadata.withValue("x-md-global-a" + other, "1"));
      String key = "a" + other;
      assertThat(metadata.withBaggage(key, "1").baggage()).containsExactly(key, "1");
    }
  }

  @Test
  void valuesAreNotPrinted() {
    RequestMetadata metadata =
        read("traceparent", PARENT, "baggage", "user=secret", "x-md-global-token", "secret");
    assertThat(metadata.toString())
        .isEqualTo(
            "RequestMetadata[trace=0af7651916cd43dd8448eb211c80319c, baggage=[user],"
                + " headers=[x-md-global-token]]");
  }

  @Test
  void whatIsReadCannotBeChanged() {
    RequestMetadata metadata = read("x-md-global-a", "1", "baggage", "a=1");
    assertThrows(UnsupportedOperationException.class, () -> metadata.names().clear());
    assertThrows(UnsupportedOperationException.class, () -> metadata.baggage().clear());
    assertThrows(
        UnsupportedOperationException.class, () -> metadata.values("x-md-global-a").clear());
  }
}
