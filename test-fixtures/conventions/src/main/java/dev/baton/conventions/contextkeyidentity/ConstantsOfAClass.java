package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** The way to do it. */
final class ConstantsOfAClass {

  private static final Key<String> USER = Key.of("user", "nobody");
  private static final Key<Integer> ATTEMPT;

  static {
    ATTEMPT = Key.of("attempt");
  }

  private ConstantsOfAClass() {}

  static Context withUser(Context ctx, String user) {
    return ctx.withValue(USER, user).withValue(ATTEMPT, 1);
  }

  static String user(Context ctx) {
    return ctx.value(USER) + ctx.value(ATTEMPT);
  }

  interface Names {
    Key<String> TENANT = Key.of("tenant");
  }
}
