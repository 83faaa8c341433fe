package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.List;
import java.util.Optional;

/** Code for any key: whoever calls it owns the key already. */
public final class GenericHelpers {

  private static final Key<String> USER = Key.of("user");

  private static final List<Key<?>> ALL = List.of(USER);

  private GenericHelpers() {}

  /** A key under the prefix of this library. */
  public static <T> Key<T> prefixed(String name) {
    return Key.of("baton." + name);
  }

  /** A key of a list. */
  public static <T> Key<List<T>> prefixedList(String name) {
    return Key.of("baton." + name);
  }

  /** The value, if there is one. */
  public static <T> Optional<T> find(Context ctx, Key<T> key) {
    return Optional.ofNullable(ctx.value(key));
  }

  /** What to print of a context. */
  public static List<Key<?>> printed() {
    return ALL;
  }
}
