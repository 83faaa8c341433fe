package dev.baton.context.metadata;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.annotation.MustCancel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the lines of one request's headers. */
final class HeaderReader {
  /**
   * So long a list, or all headers with the prefix, may be: so much of baggage all have to take.
   */
  private static final int MOST_CHARACTERS = 8192;

  /** Digits that are a long in any case. */
  private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,18}");

  private final MetadataHeaders rules;
  private final List<String> parents = new ArrayList<>();
  private final List<String> states = new ArrayList<>();
  private final List<String> baggage = new ArrayList<>();
  private final Map<String, List<String>> headers = new LinkedHashMap<>();

  /** Of {@link #headers}, names and values. */
  private int characters;

  private @Nullable Duration timeout;

  HeaderReader(MetadataHeaders rules) {
    this.rules = rules;
  }

  void line(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean list = lower.equals("tracestate") || lower.equals("baggage");
    String spaced = list ? value.replace('\t', ' ') : value; // HTTP allows either around members
    if (!HeaderText.isValue(spaced)) {
      return;
    }
    switch (lower) {
      case "traceparent" -> parents.add(value.strip());
      case "tracestate" -> states.add(value);
      case "baggage" -> baggage.add(spaced.strip());
      case MetadataHeaders.TIMEOUT -> readTimeout(value.strip());
      default -> {
        if (rules.reads(lower)) {
          headers.computeIfAbsent(lower, first -> new ArrayList<>()).add(value);
          characters += lower.length() + value.length();
        }
      }
    }
  }

  private void readTimeout(String value) {
    if (MILLISECONDS.matcher(value).matches()) {
      timeout = timeout(Duration.ofMillis(Long.parseLong(value)));
    }
  }

  /** The shorter of the two times. */
  Duration timeout(Duration atMost) {
    return timeout != null && timeout.compareTo(atMost) < 0 ? timeout : atMost;
  }

  /** Derives a context with the time that was read, which is a limit only if it is the shorter. */
  @MustCancel
  CancellableContext limit(Context ctx) {
    return timeout == null ? ctx.withCancel() : ctx.withTimeout(timeout);
  }

  RequestMetadata metadata() {
    // More than one is as good as none: nobody knows which of them is true.
    TraceParent parent =
        parents.size() == 1 ? TraceParent.parse(parents.get(0)).orElse(null) : null;
    if (characters > MOST_CHARACTERS) {
      headers.clear();
    }
    String state = parent == null ? "" : limited(TraceState.parse(states));
    String members =
        limited(String.join(",", baggage.stream().filter(line -> !line.isEmpty()).toList()));
    if (parent == null && members.isEmpty() && headers.isEmpty()) {
      return RequestMetadata.empty();
    }
    headers.replaceAll((name, values) -> List.copyOf(values));
    return new RequestMetadata(
        parent, state.isEmpty() ? null : state, members, Collections.unmodifiableMap(headers));
  }

  private static String limited(String list) {
    return list.length() > MOST_CHARACTERS ? "" : list;
  }
}
