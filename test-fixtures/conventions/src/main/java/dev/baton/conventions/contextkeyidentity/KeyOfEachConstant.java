package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** An enum has as many objects as constants, so a key in each is a constant too. */
enum KeyOfEachConstant {
  USER,
  TENANT {
    private final Key<String> legacy = Key.of("legacy-tenant");

    @Override
    String in(Context ctx) {
      String value = super.in(ctx);
      return value == null ? ctx.value(legacy) : value;
    }
  };

  private final Key<String> key;

  KeyOfEachConstant() {
    this.key = Key.of(name());
  }

  Context with(Context ctx, String value) {
    return ctx.withValue(key, value);
  }

  String in(Context ctx) {
    return ctx.value(key);
  }
}
