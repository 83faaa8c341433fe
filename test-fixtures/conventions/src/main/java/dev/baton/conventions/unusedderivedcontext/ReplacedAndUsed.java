package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.Context;
import dev.baton.context.Key;

/** The parameter itself becomes the richer context. */
abstract class ReplacedAndUsed {

  private static final Key<String> USER = Key.of("user");
  private static final Key<String> TENANT = Key.of("tenant");

  abstract String load(Context ctx);

  String find(Context ctx, String user, String tenant) {
    ctx = ctx.withValue(USER, user);
    if (!tenant.isEmpty()) {
      ctx = ctx.withValue(TENANT, tenant);
    }
    return load(ctx);
  }

  void poll(Context ctx, Iterable<String> users) {
    Context last = ctx;
    for (String user : users) {
      load(last);
      last = ctx.withValue(USER, user);
    }
  }
}
