package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.List;
import java.util.function.BiFunction;

class Unnamed {

  // BUG: Diagnostic contains: `Held` keeps context `ctx` in a record component
  record Held(Context ctx, Object rest) {}

  void find(Context ctx) {}

  int run(Context ctx, Object any, List<Context> parents) {
    // BUG: Diagnostic contains: dropped
    var _ = ctx.withCancel();
    // BUG: Diagnostic contains: `withCancel` creates is
    Context _ = ctx.withCancel();
    // BUG: Diagnostic contains: nothing uses the context that `withCancel` derives
    // BUG: Diagnostic contains: nothing uses the context that `withCancel` derives
    try (var _ = ctx.withCancel(); CancellableContext _ = ctx.withCancel()) {
      find(ctx);
    } catch (IllegalStateException _) {
      return 1;
    }
    int n = 0;
    for (var _ : parents) n++;
    for (int i = 0, _ = n; i < 2; i++) n--;
    BiFunction<Context, Integer, CancellableContext> owner = (c, _) -> c.withCancel();
    BiFunction<Context, Integer, Context> first = (_, _) -> ctx;
    // BUG: Diagnostic contains: `five` is not cancelled on every path
    var five = ctx.withCancel();
    return switch (any) {
      case Held(_, Held(var c, _)) when c.isDone() -> { five.cancel(); yield 1; }
      case Held(Context _, String _), Held(_, Integer _) -> 2;
      case String _, Integer _ -> { five.close(); yield 3; }
      case Held(var c, var _) -> {
        five.cancel();
        // BUG: Diagnostic contains: `find` is given null for its context; pass `c`
        find(null);
        yield 4;
      }
      case null -> { five.cancel(); yield 5; }
      case Object _ -> { five.cancel(); yield any instanceof Held(_, var r) ? 6 : 7; }
    };
  }
}
