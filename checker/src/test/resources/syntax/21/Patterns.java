package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.List;
import java.util.function.Function;

class Patterns {

  sealed interface Step<T> permits Load, Save, Both {}
  record Load<T>(T row, int n) implements Step<T> {}
  record Save<T>(Step<T> of, List<T> rows) implements Step<T> {}
  record Both<A extends Step<T>, B extends Step<T>, T>(A first, B second) implements Step<T> {}
  enum Kind { A, B }
  // BUG: Diagnostic contains: `Held` keeps context `owner` in a record component
  record Held(Context owner, Object rest) {}

  void find(Context ctx) {}

  <T> void statements(Context ctx, Step<T> step, Object any) {
    // BUG: Diagnostic contains: nothing uses `one`
    var one = ctx.withCancel();
    switch (step) {
      case Load<T>(var row, int n) when n > 0 && row != null -> one.cancel();
      case Load<T> load -> one.close();
      case Save<T>(Load<T>(T row, var n), List<T> rows) when rows.isEmpty() -> one.cancel();
      case Save<T> save -> { one.close(); }
      case Both<?, ?, T>(var first, Save<T>(var of, var rows)) -> one.cancel();
      case Both<?, ?, T> both -> one.cancel();
    }
    // BUG: Diagnostic contains: `two` is not cancelled on every path
    var two = ctx.withCancel();
    switch (any) {
      case null -> two.cancel();
      case String s when s.length() > 1 -> { if (s.isEmpty()) break; two.cancel(); }
      case Context c when !c.isDone() && c instanceof CancellableContext o -> find(o);
      case int[] numbers -> two.close();
      case Kind.A -> two.close();
      case Kind k when switch (k) { case A -> true; case B -> false; } -> two.close();
      default -> two.close();
    }
    // BUG: Diagnostic contains: `three` is not cancelled on every path
    var three = ctx.withCancel();
    switch (any) {
      case Integer i when i > 3:
        three.cancel();
        break;
      case Integer i:
        break;
      case null, default:
        three.cancel();
    }
    if (any instanceof Held(Context in, Held(CancellableContext deep, var x)) && !deep.isDone()) {
      // BUG: Diagnostic contains: `find` is given null for its context; pass `deep`
      find(null);
    } else if (!(any instanceof Held(var in, String text))) {
      return;
    } else {
      // BUG: Diagnostic contains: `find` is given null for its context; pass `in`
      find(null);
    }
    AutoCloseable four = ctx.withCancel();
    switch (four) {
      case CancellableContext context -> context.cancel();
      default -> {}
    }
  }

  CancellableContext values(Context ctx, Object any) {
    Function<Object, Context> function =
        o ->
            switch (o) {
              case Held(var c, var rest) when rest == null -> c;
              case Held(CancellableContext c, Held(var d, var e)) -> d;
              // BUG: Diagnostic contains: `withCancel` creates is
              case Context c -> c.withCancel();
              // BUG: Diagnostic contains: `Context.todo()` stands where `ctx` is in scope
              case null -> Context.todo();
              default -> ctx;
            };
    find(
        switch (any) {
          case Held(Context c, Integer i) -> c;
          // BUG: Diagnostic contains: `find` is given null for its context
          case String s -> null;
          case Object o -> function.apply(o);
        });
    return switch (any) {
      case Held(Context c, CancellableContext d) when d.isDone() -> d;
      case Held held -> {
        // BUG: Diagnostic contains: `lost` is not cancelled on every path
        var lost = held.owner().withCancel();
        if (held.rest() instanceof Held(var a, var b) && a.isDone()) lost.cancel();
        yield ctx.withCancel();
      }
      case null, default -> ctx.withCancel();
    };
  }
}
