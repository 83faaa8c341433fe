package dev.baton.context.metadata;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code traceparent} of <a href="https://www.w3.org/TR/trace-context/">W3C Trace
 * Context</a>: which trace a request belongs to.
 *
 * @param traceId 32 hexadecimal digits in lower case, not all zero
 * @param parentId 16 hexadecimal digits in lower case, not all zero: the span of the caller
 * @param flags the trace flags, 0 to 255
 */
public record TraceParent(String traceId, String parentId, int flags) {
  private static final int SAMPLED = 1;

  /** Flags that are known: sampled, and (Level 2) that the trace id is random. */
  private static final int KNOWN_FLAGS = 3;

  private static final String VERSION = "00";
  private static final Pattern TRACE_ID = Pattern.compile("(?!0{32})[0-9a-f]{32}");
  private static final Pattern PARENT_ID = Pattern.compile("(?!0{16})[0-9a-f]{16}");
  private static final Pattern HEADER =
      Pattern.compile(
          "(?!ff)([0-9a-f]{2})-(" + TRACE_ID + ")-(" + PARENT_ID + ")-([0-9a-f]{2})(-.*)?");

  /**
   * Checks its parts.
   *
   * @throws IllegalArgumentException if one is not as described
   */
  public TraceParent {
    if (!TRACE_ID.matcher(traceId).matches()) {
      throw new IllegalArgumentException("not a trace id: " + traceId);
    }
    if (!PARENT_ID.matcher(parentId).matches()) {
      throw new IllegalArgumentException("not a parent id: " + parentId);
    }
    if (flags < 0 || flags > 0xff) {
      throw new IllegalArgumentException("not trace flags: " + flags);
    }
  }

  /**
   * Reads a header. Of versions to come it takes what it knows, as the specification wants it.
   *
   * @return empty if it is not valid
   */
  public static Optional<TraceParent> parse(String header) {
    Matcher parts = HEADER.matcher(header);
    if (!parts.matches() || (parts.group(1).equals(VERSION) && parts.group(5) != null)) {
      return Optional.empty();
    }
    int flags = HexFormat.fromHexDigits(parts.group(4)) & KNOWN_FLAGS;
    return Optional.of(new TraceParent(parts.group(2), parts.group(3), flags));
  }

  /** Starts a trace, with random ids; it is not sampled. */
  public static TraceParent random() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    String traceId = hex.toHexDigits(random.nextLong()) + hex.toHexDigits(nonZero(random));
    return new TraceParent(traceId, hex.toHexDigits(nonZero(random)), 0);
  }

  private static long nonZero(ThreadLocalRandom random) {
    long bits = random.nextLong();
    return bits == 0 ? 1 : bits;
  }

  /** Whether the caller may have recorded its span. */
  public boolean sampled() {
    return (flags & SAMPLED) != 0;
  }

  /** The header, in version 00. */
  @Override
  public String toString() {
    return VERSION
        + "-"
        + traceId
        + "-"
        + parentId
        + "-"
        + HexFormat.of().toHexDigits((byte) flags);
  }
}
