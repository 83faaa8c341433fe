package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class Lambdas {

  interface Load<R extends Context> { R load(R ctx) throws Exception; }

  // BUG: Diagnostic contains: lost as the result of a lambda
  Function<Context, Context> plain = ctx -> ctx.withCancel();
  // BUG: Diagnostic contains: lost through this reference
  UnaryOperator<Context> reference = Context::withCancel;
  Function<Context, CancellableContext> owner = Context::withCancel;
  Function<Context, AutoCloseable> closed = ctx -> ctx.withCancel();
  IntFunction<Context[]> array = Context[]::new;
  Supplier<Supplier<Runnable>> nested = () -> () -> () -> {};
  Callable<?> wildcard = () -> Context.todo().withCancel();
  Runnable both = (Runnable & Serializable) () -> {};

  void bodies(Context ctx) {
    Runnable empty = () -> {};
    Consumer<Context> typed = (final Context c) -> c.throwIfDone();
    BiFunction<Integer, Context, String> late = (id, c) -> c + "" + id;
    Callable<Context> nothing =
        () -> {
          // BUG: Diagnostic contains: null
          return null;
        };
    Consumer<Context> curried =
        a -> {
          Consumer<Context> inner =
              b -> {
                // BUG: Diagnostic contains: `own` is not cancelled on every path
                CancellableContext own = b.withCancel();
                if (a.isDone()) {
                  return;
                }
                own.cancel();
              };
          inner.accept(a);
        };
    // BUG: Diagnostic contains: `timed` is not cancelled on every path
    CancellableContext timed = ctx.withTimeout(Duration.ZERO);
    Runnable onlyUses = () -> timed.throwIfDone();
    // BUG: Diagnostic contains: nothing uses `ended`
    CancellableContext ended = ctx.withCancel();
    Runnable ends = ended::cancel;
    // BUG: Diagnostic contains: nothing uses `endedDeep`
    CancellableContext endedDeep = ctx.withCancel();
    Runnable endsDeep = () -> { Runnable r = () -> new Object() { { endedDeep.close(); } }; };
  }

  void generics(Context ctx, List<? extends Context> parents) throws Exception {
    Load<CancellableContext> load = c -> c;
    CancellableContext loaded = load.load(ctx.withCancel());
    loaded.close();
    List<CancellableContext> children = new ArrayList<>();
    parents.stream().map(Context::withCancel).forEach(children::add);
    parents.forEach(p -> children.add(p.withCancel()));
    children.forEach(CancellableContext::cancel);
    Optional.of(ctx).<CancellableContext>map(c -> c.withCancel()).ifPresent(c -> c.close());
    // BUG: Diagnostic contains: `Context.todo()` stands where `loaded` is in scope
    Stream.<Supplier<Context>>of(() -> ctx, Context::todo, this::own).map(Supplier::get).count();
    // BUG: Diagnostic contains: `apply` is given null for its context; pass `loaded`
    ((Function<Context, Context> & Serializable) c -> c).apply(null);
    // BUG: Diagnostic contains: `apply` is given null for its context; pass `loaded`
    ((Function<Context, Function<Context, Context>>) a -> b -> a).apply(ctx).apply(null);
  }

  Context own() { return this.<Context>self(Context.todo()); }
  <T extends Context> T self(T ctx) { return ctx; }
}
