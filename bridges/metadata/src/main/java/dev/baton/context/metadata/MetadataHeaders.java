package dev.baton.context.metadata;

import static java.util.Objects.requireNonNull;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.annotation.MustCancel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Says which headers of a request become its {@link RequestMetadata}, and which of those travel on
 * to the next service.
 *
 * <p>Read are {@code traceparent}, {@code tracestate}, {@code baggage}, and all headers whose names
 * begin with the prefix. Of the last only those travel that go on with {@code global-}: {@code
 * x-md-global-user} does, {@code x-md-local-retry} and {@code x-md-retry} stop here. Everything
 * else of the metadata travels. That is how Kratos has it.
 *
 * <p>The trace is handed on as it came: who records spans sets {@link
 * RequestMetadata#withTraceParent} to its own. What is not valid is left out when it is read, as
 * are values that are not printable ASCII, and names that gRPC does not have for text: those with
 * anything but letters, digits, dots, hyphens and underscores, and those that end with {@code
 * -bin}.
 *
 * <p>What a client sends is handed on to every service behind, so it is limited: baggage, {@code
 * tracestate}, or headers with the prefix, names and values together, of more than 8192 characters
 * are left out, each as a whole. That is W3C's least for baggage. A server of gRPC takes as much
 * for all metadata of a call, if it is not told otherwise.
 *
 * <p>Of HTTP the time that is left travels, too: see {@link #TIMEOUT}. gRPC has its own header for
 * that.
 *
 * <p>Immutable, and safe for use by any number of threads.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public final class MetadataHeaders {
  /**
   * The header that has the time left for a request, in milliseconds, as Envoy has it. A client can
   * only shorten with it what the server allows. Of several the shortest counts.
   */
  public static final String TIMEOUT = "x-envoy-expected-rq-timeout-ms";

  private static final String GLOBAL = "global-";
  private static final String BINARY = "-bin";
  private static final MetadataHeaders STANDARD = withPrefix("x-md-");

  private final String prefix;

  private MetadataHeaders(String prefix) {
    this.prefix = prefix;
  }

  /** With the prefix {@code x-md-}. */
  public static MetadataHeaders standard() {
    return STANDARD;
  }

  /**
   * With another prefix.
   *
   * @param prefix such as {@code x-acme-}; its case does not matter
   * @throws IllegalArgumentException if it has anything but letters, digits, dots, hyphens and
   *     underscores, or is empty
   */
  public static MetadataHeaders withPrefix(String prefix) {
    return new MetadataHeaders(HeaderText.name(prefix));
  }

  /** Whether a header is read into the metadata; the case of its name does not matter. */
  public boolean reads(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "traceparent", "tracestate", "baggage" -> true;
      default -> lower.startsWith(prefix) && !lower.endsWith(BINARY) && HeaderText.isName(lower);
    };
  }

  boolean travels(String name) {
    return name.startsWith(prefix + GLOBAL) && !name.endsWith(BINARY);
  }

  // ------------------------------------------------------------------------------------ in

  /**
   * Reads the headers of a request.
   *
   * @param headers hands each line, name and value, to what it is given, such as {@code
   *     request.headers()::forEach}
   */
  public RequestMetadata read(Consumer<BiConsumer<String, String>> headers) {
    return reader(headers).metadata();
  }

  /** Reads the headers of a request, as the JDK's server and client have them. */
  public RequestMetadata read(Map<String, List<String>> headers) {
    return read(lines(headers));
  }

  /**
   * Makes the context of a request: its metadata, and a time limit. For code that receives
   * requests; the bridges do it.
   *
   * @param atMost the time for the request; less if it has the header {@link #TIMEOUT}, and the
   *     context is done at birth if that is zero or negative
   * @param headers as in {@link #read(Consumer)}
   * @return to be cancelled when the request has been served
   */
  @MustCancel
  public CancellableContext accept(Duration atMost, Consumer<BiConsumer<String, String>> headers) {
    requireNonNull(atMost, "atMost");
    HeaderReader reader = reader(headers);
    return RequestMetadata.with(Context.background(), reader.metadata())
        .withTimeout(reader.timeout(atMost));
  }

  /**
   * Makes the context of a request where it has one with a time limit already, such as that of
   * {@code ContextHandler}: the same with its metadata, and the time of {@link #TIMEOUT} if that is
   * shorter.
   *
   * @param ctx the request's
   * @param headers as in {@link #read(Consumer)}
   * @return to be cancelled when the request has been served
   */
  @MustCancel
  public CancellableContext accept(Context ctx, Consumer<BiConsumer<String, String>> headers) {
    HeaderReader reader = reader(headers);
    return reader.limit(RequestMetadata.with(ctx, reader.metadata()));
  }

  /** As {@link #accept(Context, Consumer)}, with headers as the JDK's server has them. */
  @MustCancel
  public CancellableContext accept(Context ctx, Map<String, List<String>> headers) {
    return accept(ctx, lines(headers));
  }

  private HeaderReader reader(Consumer<BiConsumer<String, String>> headers) {
    HeaderReader reader = new HeaderReader(this);
    headers.accept(reader::line);
    return reader;
  }

  private static Consumer<BiConsumer<String, String>> lines(Map<String, List<String>> headers) {
    return line -> headers.forEach((name, values) -> values.forEach(v -> line.accept(name, v)));
  }

  // ----------------------------------------------------------------------------------- out

  /**
   * Writes what travels with a request over HTTP: the metadata, and {@link #TIMEOUT} if the context
   * has a deadline.
   *
   * @param header adds a header, such as {@code request::header}
   */
  public void write(Context ctx, BiConsumer<String, String> header) {
    write(RequestMetadata.of(ctx), header);
    if (ctx.deadline().isPresent()) {
      // Rounded down, so that it does not grow on its way; zero would be refused by the next.
      header.accept(TIMEOUT, Long.toString(Math.max(1, ctx.remaining().toMillis())));
    }
  }

  /**
   * Writes the metadata that travels, and no time.
   *
   * @param header adds a header
   */
  public void write(RequestMetadata metadata, BiConsumer<String, String> header) {
    metadata.traceParent().ifPresent(parent -> header.accept("traceparent", parent.toString()));
    metadata.traceState().ifPresent(state -> header.accept("tracestate", state));
    if (!metadata.baggage.isEmpty()) {
      header.accept("baggage", metadata.baggage);
    }
    for (String name : metadata.names()) {
      if (travels(name)) {
        metadata.values(name).forEach(value -> header.accept(name, value));
      }
    }
  }
}
