package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.Objects;

/** Helpers for whatever key they are given. */
final class PassedIn {

  private static final Key<String> DEFAULT = Key.of("default");

  private final Key<String> key;

  PassedIn(Key<String> key) {
    this.key = Objects.requireNonNull(key);
  }

  PassedIn() {
    this(DEFAULT);
  }

  Context set(Context ctx, String value) {
    return ctx.withValue(key, value);
  }

  record Entry<T>(Key<T> key, T value) {
    Context putInto(Context ctx) {
      return ctx.withValue(key, value);
    }
  }

  static <T> T read(Context ctx, Key<T> key, T instead) {
    Key<T> chosen = key;
    T value = ctx.value(chosen);
    return value == null ? instead : value;
  }
}
