package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Lambdas that capture a context where a test has shown that it is there, or has not shown null.
 */
final class CapturedWhereTested {

  private final Executor executor;

  CapturedWhereTested(Executor executor) {
    this.executor = executor;
  }

  void there(@Nullable Context ctx) {
    if (ctx != null) {
      executor.execute(() -> save(ctx, "a"));
    }
    if (!(ctx == null)) {
      executor.execute(() -> save(ctx, "b"));
    }
    if (Objects.nonNull(ctx)) {
      executor.execute(() -> save(ctx, "c"));
    }
    if (Objects.isNull(ctx)) {
      save(Context.background(), "d");
    } else {
      executor.execute(() -> save(ctx, "d"));
    }
  }

  void testedToo(@Nullable Context ctx, boolean closed) {
    if (closed && ctx != null) {
      executor.execute(() -> save(ctx, "a"));
    }
    if (ctx == null || closed) {
      executor.execute(() -> save(ctx, "null only if it is not closed"));
    }
    if (ctx != null && closed) {
      save(ctx, "b");
    } else {
      executor.execute(() -> save(ctx, "null only if it is closed"));
    }
  }

  void declared(Context ctx, Object request, boolean fast) {
    Context cast = (Context) request;
    executor.execute(() -> save(cast, "a"));
    Context same = (ctx);
    executor.execute(() -> save(same, "b"));
    Context either = fast ? null : ctx;
    executor.execute(() -> save(either, "c"));
    Context other = fast ? ctx : null;
    executor.execute(() -> save(other, "d"));
  }

  Runnable chosen(@Nullable Context ctx) {
    return ctx == null ? () -> save(Context.background(), "a") : () -> save(ctx, "b");
  }

  void compared(@Nullable Context ctx, @Nullable Context other, Session session) {
    if (ctx == other) {
      executor.execute(() -> save(ctx, "a"));
    }
    if (other == null) {
      executor.execute(() -> save(ctx, "b"));
    }
    if (session.isNull(ctx)) {
      executor.execute(() -> save(ctx, "c"));
    }
    if (session.isOpen()) {
      executor.execute(() -> save(ctx, "d"));
    }
  }

  /** The null context of a session stands for all that are closed. */
  interface Session {
    boolean isNull(@Nullable Context ctx);

    boolean isOpen();
  }

  private static void save(Context ctx, String name) {
    ctx.throwIfDone();
    name.strip();
  }
}
