package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes over the wire with a request is listed by those who own the keys. */
public final class CollectionsOfKeys {

  private static final Key<String> TRACE = Key.of("trace");
  private static final Key<String> TENANT = Key.of("tenant");

  /** The headers of a request and what their values are kept under. */
  private static final Map<String, Key<String>> BY_HEADER =
      Map.of("X-Trace", TRACE, "X-Tenant", TENANT);

  private CollectionsOfKeys() {}

  /** All that is passed on to other services. */
  public static List<Key<?>> passedOn() {
    return List.of(TRACE, TENANT);
  }

  /** Writes the headers of a context. */
  public static Map<String, String> write(Context ctx) {
    Map<String, String> headers = new LinkedHashMap<>();
    BY_HEADER.forEach(
        (header, key) -> {
          String value = ctx.value(key);
          if (value != null) {
            headers.put(header, value);
          }
        });
    return headers;
  }
}
