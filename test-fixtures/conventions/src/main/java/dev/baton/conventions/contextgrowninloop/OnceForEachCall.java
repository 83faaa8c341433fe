package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** No loop, or one that steps and does not derive. */
abstract class OnceForEachCall {

  private static final Key<String> USER = Key.of("user");
  private static final Key<String> ROLE = Key.of("role");

  abstract void load(Context ctx);

  void enrich(Context ctx, String user) {
    ctx = ctx.withValue(USER, user);
    ctx = ctx.withValue(ROLE, "guest");
    load(ctx);
  }

  void onlyOnce(Context ctx, String user) {
    do {
      ctx = ctx.withValue(USER, user);
      load(ctx);
    } while (false);
  }

  void checked(Context ctx, int times) {
    for (int i = 0; i < times; i++) {
      ctx = Objects.requireNonNull(ctx);
      ctx = Objects.requireNonNullElse(ctx, Context.todo());
      load(ctx);
    }
  }

  void shared(Context ctx, AtomicReference<Context> current) {
    current.updateAndGet(old -> ctx.withValue(USER, "ann"));
    current.getAndUpdate(old -> old.isDone() ? ctx : old);
  }
}
