package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Lambdas that capture a context where a test around them has shown that there is none. */
final class CapturedWhereNull {

  private final Executor executor;

  CapturedWhereNull(Executor executor) {
    this.executor = executor;
  }

  void tested(@Nullable Context ctx) {
    if (ctx == null) {
      // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
      executor.execute(() -> save(ctx, "a"));
    }
    if (!(null != ctx)) {
      // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
      executor.execute(() -> save(ctx, "b"));
    }
    if (Objects.isNull(ctx)) {
      // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
      executor.execute(() -> save(ctx, "c"));
    }
    if (Objects.nonNull(ctx)) {
      save(ctx, "d");
    } else {
      // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
      executor.execute(() -> save(ctx, "d"));
    }
  }

  void testedToo(@Nullable Context ctx, boolean closed) {
    if (closed && ctx == null) {
      // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
      executor.execute(() -> save(ctx, "a"));
    }
    if (ctx != null || closed) {
      save(Context.background(), "b");
    } else {
      // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
      executor.execute(() -> save(ctx, "b"));
    }
  }

  Runnable chosen(@Nullable Context ctx) {
    return ctx == null
        // BUG: Diagnostic contains: `save` is given `ctx`, which is null here, for its context
        ? () -> save(ctx, "a")
        : () -> save(ctx, "b");
  }

  void declared(int attempt) {
    switch (attempt) {
      case 0:
        Context none = (Context) (null);
        // BUG: Diagnostic contains: `save` is given `none`, which is null here, for its context
        executor.execute(() -> save(none, "a"));
        break;
      default:
        Context neither = attempt > 3 ? null : (Context) null;
        // BUG: Diagnostic contains: `save` is given `neither`, which is null here
        executor.execute(() -> save(neither, "b"));
    }
  }

  private static void save(Context ctx, String name) {
    ctx.throwIfDone();
    name.strip();
  }
}
