package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Locals that are null whichever way control comes to the call. */
final class LocalsThatAreNull {

  void declared(Context ctx) {
    Context own = null;
    // BUG: Diagnostic contains: `save` is given `own`, which is null here, for its context
    save(own, "a");
    own = ctx;
    save(own, "b");
  }

  void copied(Context ctx) {
    Context none = null;
    Context same = none;
    // BUG: Diagnostic contains: `save` is given `same`, which is null here, for its context
    save(same, "a");
  }

  void onBothWays(Context ctx, boolean early) {
    Context chosen;
    if (early) {
      chosen = null;
    } else {
      chosen = (Context) null;
    }
    // BUG: Diagnostic contains: `chosen`, which is null here, for its context; pass `ctx`
    save(chosen, "a");
  }

  void tested(@Nullable Context ctx) {
    if (ctx != null) {
      save(ctx, "a");
      return;
    }
    // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
    save(ctx, "b");
  }

  void testedByCall(@Nullable Context ctx) {
    if (Objects.nonNull(ctx)) {
      save(ctx, "a");
    } else {
      // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
      save(ctx, "b");
    }
  }

  void chosen(int attempt) {
    Context none =
        switch (attempt) {
          case 0 -> null;
          default -> attempt > 3 ? null : (Context) null;
        };
    // BUG: Diagnostic contains: `save` is given `none`, which is null here, for its context
    save(none, "a");
  }

  void wrongWayRound(@Nullable Context ctx) {
    // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
    if (ctx == null && save(ctx, "a")) {
      throw new IllegalStateException("nothing to save with");
    }
  }

  void captured(Context ctx, Executor executor) {
    Context none = null;
    // BUG: Diagnostic contains: `save` is given `none`, which is null here
    executor.execute(() -> save(none, "later"));
  }

  Context handedBack(Context ctx) {
    if (ctx == null) {
      // BUG: Diagnostic contains: `handedBack` returns `ctx`, which is null here
      return ctx;
    }
    return ctx.withoutCancel();
  }

  private static boolean save(Context ctx, String name) {
    ctx.throwIfDone();
    return name.isEmpty();
  }
}
