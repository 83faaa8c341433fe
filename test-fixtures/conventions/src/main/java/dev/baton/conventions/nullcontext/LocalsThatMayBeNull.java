package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Locals that are null on some ways only, and the tests that keep null out. */
final class LocalsThatMayBeNull {

  void oneBranch(Context ctx, boolean fast) {
    Context chosen = null;
    if (fast) {
      chosen = ctx;
    }
    save(chosen);
  }

  void loop(Iterator<Context> contexts) {
    Context last = null;
    while (contexts.hasNext()) {
      save(last);
      last = contexts.next();
    }
    save(last);
  }

  void caught(Callable<Context> source) {
    Context found = null;
    try {
      found = source.call();
    } catch (Exception e) {
      System.err.println(e.getMessage());
    }
    save(found);
  }

  void fromOptional(Optional<Context> incoming) {
    Context found = incoming.orElse(null);
    save(found);
  }

  void guarded(@Nullable Context ctx) {
    if (ctx == null || !save(ctx)) {
      return;
    }
    save(ctx);
  }

  Context defaulted(@Nullable Context ctx) {
    if (ctx == null) {
      ctx = Context.background();
    }
    save(ctx);
    return ctx == null ? Context.background() : ctx;
  }

  void refused(@Nullable Context ctx) {
    if (null == ctx) {
      throw new IllegalArgumentException("ctx");
    }
    save(ctx);
  }

  private static boolean save(Context ctx) {
    return ctx.equals(null);
  }
}
