package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Context;
import dev.baton.context.Key;
import org.jspecify.annotations.Nullable;

/** A public enum of settings: each constant keeps its key to itself and offers its value. */
public enum OneForEachConstant {
  /** The language of the answer. */
  LANGUAGE("en"),
  /** Where the clock of the caller stands. */
  TIME_ZONE("UTC") {
    @Override
    public Context with(Context ctx, @Nullable String value) {
      return super.with(ctx, value == null ? "UTC" : value.strip());
    }
  };

  private final Key<String> key;

  OneForEachConstant(String byDefault) {
    this.key = Key.of(name(), byDefault);
  }

  /** Adds the setting to a request. */
  public Context with(Context ctx, @Nullable String value) {
    return ctx.withValue(key, value);
  }

  /** Reads the setting of a request. */
  public @Nullable String in(Context ctx) {
    return ctx.value(key);
  }
}
