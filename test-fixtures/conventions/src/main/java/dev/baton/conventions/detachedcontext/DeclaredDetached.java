package dev.baton.conventions.detachedcontext;

import dev.baton.context.Context;
import dev.baton.context.annotation.DetachedWork;
import java.util.concurrent.Executor;

/** Work that belongs to nobody who calls it, and says so. */
final class DeclaredDetached {

  private final Context lifetime;

  @DetachedWork("the cache lives as long as the program, not as the request that first needs it")
  DeclaredDetached(Context ctx) {
    this.lifetime = ctx.isDone() ? ctx : Context.background();
  }

  @DetachedWork("audit records are written whether or not the caller waits")
  void audit(Context ctx, Executor executor) {
    executor.execute(() -> write(Context.background(), ctx.toString()));
  }

  private void write(Context ctx, String text) {
    System.out.println(lifetime + text + ctx);
  }
}
