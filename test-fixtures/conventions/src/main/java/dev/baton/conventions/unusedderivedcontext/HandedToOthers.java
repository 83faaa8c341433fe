package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;
import java.util.Deque;
import java.util.Objects;

/** Whoever else gets a derived context may use it. */
abstract class HandedToOthers {

  private static final Key<String> USER = Key.of("user");

  abstract void run(Context ctx);

  Context returned(Context ctx) {
    return ctx.withValue(USER, "ann");
  }

  CancellableContext returnedFromArm(Context ctx, boolean slow) {
    return slow ? ctx.withTimeout(Duration.ofMinutes(1)) : ctx.withCancel();
  }

  void passed(Context ctx) {
    run(ctx.withValue(USER, "bob"));
  }

  void checked(Context ctx) {
    run(Objects.requireNonNull(ctx.withoutCancel()));
  }

  void pushed(Context ctx, Deque<CancellableContext> open) {
    open.push(ctx.withCancel());
  }

  boolean asked(Context ctx) {
    return ctx.withoutCancel().isDone();
  }
}
