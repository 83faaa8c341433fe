package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Private methods of interfaces, resources that are there already, diamonds of anonymous types. */
class SmallChanges {

  interface Steps<T> {
    private CancellableContext child(Context ctx) {
      return ctx.withCancel();
    }

    // BUG: Diagnostic contains: context `ctx` is parameter 2 of `late`
    private static void late(String id, Context ctx) {}

    default void run(Context ctx) {
      late("a", ctx);
      child(ctx).cancel();
      // BUG: Diagnostic contains: null
      late("b", null);
    }
  }

  private final CancellableContext lifetime = Context.background().withCancel();

  void resources(Context ctx, CancellableContext givenCtx) throws Exception {
    final CancellableContext first = ctx.withCancel();
    CancellableContext second = first.withCancel();
    // BUG: Diagnostic contains: nothing uses `third`
    AutoCloseable third = second.withCancel();
    // BUG: Diagnostic contains: nothing uses `inner`
    try (first; second; AutoCloseable inner = ctx.withCancel(); third; this.lifetime; givenCtx) {
      second.throwIfDone();
    }
    // BUG: Diagnostic contains: `fourth` is not cancelled on every path
    CancellableContext fourth = ctx.withCancel();
    if (givenCtx.isDone()) {
      try (fourth) {}
    }
  }

  <R extends Runnable & AutoCloseable, S extends R> void ofVariable(Context ctx, S resource) throws Exception {
    // BUG: Diagnostic contains: `child` is not cancelled on every path
    CancellableContext child = ctx.withCancel();
    try (resource) {
      resource.run();
    }
    child.cancel();
    S alias = resource;
  }

  void diamonds(Context ctx) throws Exception {
    List<Context> list = new ArrayList<>() {};
    new Function<Context, CancellableContext>() {
      @Override
      public CancellableContext apply(Context parent) {
        return parent.withCancel();
      }
    }.apply(ctx).close();
    Callable<Context> lost =
        new Callable<>() {
          @Override
          public Context call() {
            // BUG: Diagnostic contains: `withCancel` creates is
            return ctx.withCancel();
          }
        };
    list.add(lost.call());
  }

  @SafeVarargs
  private <T extends Context> void all(T... contexts) {}
}
