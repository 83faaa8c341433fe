package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Registries and factories, which make keys for others to keep. */
final class HandedOn {

  private static final Map<String, Key<String>> BY_NAME = new ConcurrentHashMap<>();
  private static final List<Key<?>> KNOWN = List.of(Key.of("user"), Key.of("tenant"));
  private static final Supplier<Key<String>> SOURCE = () -> Key.of("source");

  private HandedOn() {}

  static Key<String> named(String name) {
    return BY_NAME.computeIfAbsent(name, Key::of);
  }

  static <T> Key<T> prefixed(String name) {
    return Key.of("app." + name);
  }

  static Context tagged(Context ctx, Map<Key<String>, String> tags) {
    Key<String> first = Key.of("first");
    tags.put(first, "1");
    Context tagged = ctx.withValue(first, "1");
    for (Map.Entry<Key<String>, String> tag : tags.entrySet()) {
      tagged = tagged.withValue(tag.getKey(), tag.getValue());
    }
    return tagged;
  }

  static Map<Key<String>, String> defaults(Context ctx) {
    Key<String> region = Key.of("region");
    Map<Key<String>, String> defaults = new HashMap<>(Map.of(SOURCE.get(), "", region, ""));
    defaults.put(region, ctx.value(region));
    return defaults;
  }

  static Key<String> fresh(Context ctx) {
    Key<String> fresh = Key.of("fresh");
    return ctx.withValue(fresh, "").isDone() || KNOWN.isEmpty() ? null : fresh;
  }
}
