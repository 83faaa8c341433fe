package dev.baton.context.metadata;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about itself in its headers: one value of its context, immutable.
 *
 * <p>It is what {@code metadata.FromServerContext} gives in Kratos and {@code
 * metadata.FromIncomingContext} in grpc-go, with W3C trace context and baggage typed. {@link
 * MetadataHeaders} says what is read and what travels on to the next service.
 *
 * <p>Safe for use by any number of threads. {@code toString} tells names and no values, as those
 * may be secrets.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public final class RequestMetadata {
  private static final RequestMetadata EMPTY = new RequestMetadata(null, null, "", Map.of());
  private static final Key<RequestMetadata> KEY = Key.of("request metadata", EMPTY);

  private final @Nullable TraceParent traceParent;
  private final @Nullable String traceState;

  /** As it came, since members may have properties; empty is none. */
  final String baggage;

  /** In the order they came; neither the map nor a list is ever changed. */
  private final Map<String, List<String>> headers;

  RequestMetadata(
      @Nullable TraceParent traceParent,
      @Nullable String traceState,
      String baggage,
      Map<String, List<String>> headers) {
    this.traceParent = traceParent;
    this.traceState = traceState;
    this.baggage = baggage;
    this.headers = headers;
  }

  /** Says nothing. */
  public static RequestMetadata empty() {
    return EMPTY;
  }

  /** The metadata of the request that the context belongs to; empty if it has none. */
  public static RequestMetadata of(Context ctx) {
    RequestMetadata metadata = ctx.value(KEY);
    return metadata == null ? EMPTY : metadata;
  }

  /** Derives a context with this metadata in place of what it had. */
  public static Context with(Context ctx, RequestMetadata metadata) {
    return ctx.withValue(KEY, requireNonNull(metadata, "metadata"));
  }

  // -------------------------------------------------------------------------------- observe

  /** The trace that the request belongs to, and the caller's span; empty if it is in none. */
  public Optional<TraceParent> traceParent() {
    return Optional.ofNullable(traceParent);
  }

  /** The id of the trace, 32 hexadecimal digits. */
  public Optional<String> traceId() {
    return traceParent().map(TraceParent::traceId);
  }

  /** The header {@code tracestate}, where there is a trace; its members are valid. */
  public Optional<String> traceState() {
    return Optional.ofNullable(traceState);
  }

  /** The members of the header {@code baggage}, decoded, in their order; unmodifiable. */
  public Map<String, String> baggage() {
    return Baggage.parse(baggage);
  }

  /** The names of the headers with the prefix, in lower case; unmodifiable. */
  public Set<String> names() {
    return headers.keySet();
  }

  /**
   * The first value of a header with the prefix.
   *
   * @param name in full, such as {@code x-md-global-user}; its case does not matter
   */
  public Optional<String> value(String name) {
    return values(name).stream().findFirst();
  }

  /** All values of a header with the prefix, unmodifiable; empty if there is none. */
  public List<String> values(String name) {
    return headers.getOrDefault(HeaderText.name(name), List.of());
  }

  // --------------------------------------------------------------------------------- change

  /** The same in another trace, or with another span as the caller; {@code tracestate} is kept. */
  public RequestMetadata withTraceParent(TraceParent parent) {
    return new RequestMetadata(requireNonNull(parent, "parent"), traceState, baggage, headers);
  }

  /** The same, in a new trace if the request came without one. */
  public RequestMetadata withTrace() {
    return traceParent == null ? withTraceParent(TraceParent.random()) : this;
  }

  /**
   * The same with a header in place of those of its name.
   *
   * @param name in full, with the prefix; without it the header never travels
   * @throws IllegalArgumentException if the name has anything but letters, digits, dots, hyphens
   *     and underscores, or the value is not printable ASCII
   */
  public RequestMetadata withValue(String name, String value) {
    Map<String, List<String>> changed = new LinkedHashMap<>(headers);
    changed.put(HeaderText.name(name), List.of(HeaderText.value(name, value)));
    return new RequestMetadata(
        traceParent, traceState, baggage, Collections.unmodifiableMap(changed));
  }

  /**
   * The same with a member of the baggage in place of that of its key.
   *
   * @param key a token as HTTP has it
   * @param value any text
   * @throws IllegalArgumentException if the key is not a token
   */
  public RequestMetadata withBaggage(String key, String value) {
    var unused = HeaderText.key(key);
    List<String> members = new ArrayList<>();
    String others = Baggage.without(baggage, key);
    if (!others.isEmpty()) {
      members.add(others);
    }
    members.add(Baggage.member(key, value));
    return new RequestMetadata(traceParent, traceState, String.join(",", members), headers);
  }

  @Override
  public String toString() {
    return "RequestMetadata[trace="
        + traceId().orElse("none")
        + ", baggage="
        + baggage().keySet()
        + ", headers="
        + names()
        + "]";
  }
}
