package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

public class Records {

  // BUG: Diagnostic contains: `Call` keeps context `ctx` in a record component
  record Call(String id, Context ctx, int... sizes) {
    static int made;

    Call {
      if (ctx == null) {
        ctx = Context.todo();
      }
      made++;
    }

    Call(Context ctx) { this("", ctx); }

    // BUG: Diagnostic contains: context `ctx` is parameter 2 of the constructor of `Call`
    Call(int id, Context ctx) { this("" + id, ctx, id, id); }

    @Override public Context ctx() { return ctx; }
  }

  record Explicit<T extends Number & Comparable<T>>(T size, String... names) implements Runnable {
    Explicit(T size, String... names) {
      this.size = size;
      this.names = names;
    }

    public void run() {}

    record Nested() {}
    enum Size { S }
    interface Local {}
  }

  // BUG: Diagnostic contains: hands out its key
  public record Holder(Key<String> key) {}

  class Inner {
    static final List<String> NOW_ALLOWED = new ArrayList<>();
    record Empty() {}
    static void find(Context ctx) {}
  }

  void locals(Context ctx, Object value) {
    enum Kind { A, B { @Override Context of(Context c) { return c; } }; Context of(Context ctx) { return ctx; } }
    interface Step { void run(Context ctx); default void twice(Context ctx) { run(ctx); run(ctx); } }
    // BUG: Diagnostic contains: `Pair` keeps context `left` in a record component
    record Pair<L extends Context>(L left, Optional<String> right) {}
    Step step = c -> {};
    // BUG: Diagnostic contains: `run` is given null for its context; pass `ctx`
    step.run(null);
    // BUG: Diagnostic contains: `Pair` is given null for its context; pass `ctx`
    new Pair<>(null, Optional.empty());
    new Pair<>(ctx.withCancel(), Optional.empty()).left().cancel();
    // BUG: Diagnostic contains: `withCancel` creates is
    new Call(ctx.withCancel());
  }

  void patterns(Context ctx, Object value, Supplier<Object> values) {
    if (value instanceof CancellableContext owner && !owner.isDone()) {
      owner.cancel();
    }
    if (!(value instanceof final Context found)) {
      // BUG: Diagnostic contains: `find` is given null for its context; pass `ctx`
      Inner.find(null);
      return;
    }
    // BUG: Diagnostic contains: `find` is given null for its context; pass `found`
    Inner.find(null);
    while (!(values.get() instanceof Context next)) {}
    // BUG: Diagnostic contains: `find` is given null for its context; pass `next`
    Inner.find(null);
    AutoCloseable child = ctx.withCancel();
    if (child instanceof CancellableContext c) c.cancel();
    boolean b = value instanceof Call call && call.ctx() instanceof CancellableContext of && of.isDone();
  }
}
