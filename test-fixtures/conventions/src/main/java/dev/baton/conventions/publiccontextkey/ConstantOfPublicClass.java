package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** Keys as constants that every class can read. */
public class ConstantOfPublicClass {

  // BUG: Diagnostic contains: key `USER` is public, so any code can read and replace its value
  public static final Key<String> USER = Key.of("user");

  // BUG: Diagnostic contains: make it private and offer `withRequestId(ctx, requestId)`
  protected static final Key<String> REQUEST_ID_KEY = Key.of("request-id");

  private static final Key<String> TENANT = Key.of("tenant");

  String describe(Context ctx) {
    return ctx.value(USER) + ctx.value(REQUEST_ID_KEY) + ctx.value(TENANT);
  }

  /** A class that subclasses of other packages see. */
  protected static final class Nested {
    // BUG: Diagnostic contains: key `LOCALE` is public
    public static final Key<String> LOCALE = Key.of("locale");

    private Nested() {}
  }
}
