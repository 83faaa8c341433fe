package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** The two sides agree on a name, as they would with a map. But a key is not its name. */
final class MadeAtTheCall {

  Context signIn(Context ctx, String user) {
    // BUG: Diagnostic contains: this key is made for one value, which no look-up can ever meet
    return ctx.withValue(Key.of("user"), user);
  }

  String user(Context ctx) {
    // BUG: Diagnostic contains: this key is made for one look-up, which can never meet a value
    String user = ctx.value(Key.of("user"));
    return user == null ? "nobody" : user;
  }

  Context page(Context ctx, boolean first, int page) {
    return ctx.withValue(
        // BUG: Diagnostic contains: make it a `private static final` field `FIRST_PAGE`
        first ? Key.of("firstPage") : PAGE, page);
  }

  private static final Key<Integer> PAGE = Key.of("page");
}
