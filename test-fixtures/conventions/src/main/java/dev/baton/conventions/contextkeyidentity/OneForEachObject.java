package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** A filter and a handler, each with a key of its own. */
final class OneForEachObject {

  static final class Filter {
    // BUG: Diagnostic contains: key `tenant` is another one in each object
    private final Key<String> tenant = Key.of("tenant");

    Context filter(Context ctx, String name) {
      return ctx.withValue(tenant, name);
    }
  }

  static final class Handler {
    // BUG: Diagnostic contains: make it a `private static final` field
    private final Key<String> tenant;

    Handler() {
      this.tenant = Key.of("tenant");
    }

    String tenant(Context ctx) {
      return String.valueOf(ctx.value(tenant));
    }
  }

  static final class Lazy {
    // BUG: Diagnostic contains: key `locale` is another one in each object
    private Key<String> locale;

    String locale(Context ctx) {
      if (locale == null) {
        locale = Key.of("locale", "en");
      }
      return String.valueOf(ctx.value(locale));
    }
  }
}
