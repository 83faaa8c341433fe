package dev.baton.conventions.contextvaluemisuse;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Code that works with whatever key, and does not know what it carries. */
final class GenericKeys {

  private static final Map<String, Key<?>> ALL = new ConcurrentHashMap<>();
  private static final Key<?> MARKER = Key.of("marker");

  private GenericKeys() {}

  static <T> Key<T> named(String name) {
    Key<T> key = Key.of("app." + name);
    ALL.put(name, key);
    return key;
  }

  static List<Key<?>> known() {
    return List.of(MARKER, ALL.get("opaque"));
  }

  static <T> T read(Context ctx, Key<T> key, Class<T> type) {
    return type.cast(ctx.value(key));
  }
}
