package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** The way to do it: the key is nobody's business, the value has a name and a type. */
public final class PrivateWithAccessors {

  private static final Key<String> USER = Key.of("user", "nobody");

  private PrivateWithAccessors() {}

  /** A context in which the user is this one. */
  public static Context withUser(Context ctx, String user) {
    return ctx.withValue(USER, user);
  }

  /** The user of this request. */
  public static String user(Context ctx) {
    return String.valueOf(ctx.value(USER));
  }
}
