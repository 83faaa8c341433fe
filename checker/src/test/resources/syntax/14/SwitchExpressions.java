package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.DayOfWeek;
import java.util.function.Supplier;

class SwitchExpressions {

  void find(Context ctx) {}

  void arrows(Context ctx, DayOfWeek day, int n) {
    // BUG: Diagnostic contains: `a` is not cancelled on every path
    var a = ctx.withCancel();
    switch (day) {
      case MONDAY, TUESDAY -> a.cancel();
      case FRIDAY -> { a.close(); }
      case SUNDAY -> throw new IllegalStateException();
      default -> find(a);
    }
    // BUG: Diagnostic contains: nothing uses `b`
    var b = ctx.withCancel();
    switch (n) { case 1 -> b.cancel(); case 2, 3 -> { b.close(); return; } default -> b.close(); }
  }

  CancellableContext values(Context ctx, DayOfWeek day, String text) {
    var a =
        switch (day) {
          case MONDAY -> ctx.withCancel();
          case TUESDAY -> {
            // BUG: Diagnostic contains: `lost` is not cancelled on every path
            var lost = ctx.withCancel();
            if (text.isEmpty()) {
              lost.cancel();
            }
            yield ctx.withCancel();
          }
          case WEDNESDAY -> throw new IllegalStateException();
          default -> {
            int yield = switch (text) { case "a": yield 1; case "b": default: yield (2); };
            yield -yield > 0 ? ctx.withCancel() : null;
          }
        };
    find(
        switch (day) {
          case SUNDAY:
            // BUG: Diagnostic contains: `find` is given null for its context
            yield null;
          case SATURDAY:
            yield switch (text) {
              case "a" -> ctx;
              // BUG: Diagnostic contains: `find` is given null for its context
              default -> null;
            };
          default:
            yield ctx;
        });
    Context plain =
        switch (text) {
          // BUG: Diagnostic contains: `withCancel` creates is
          case "x" -> ctx.withCancel();
          default -> ctx;
        };
    Supplier<Supplier<Context>> nested =
        () -> switch (day) { default -> () -> plain; case MONDAY -> null; };
    return a;
  }

  boolean inConditions(Context ctx, int n) {
    // BUG: Diagnostic contains: nothing uses `child`
    var child = ctx.withCancel();
    while (switch (n) { case 0 -> true; default -> { child.cancel(); yield false; } }) {
      n--;
    }
    child.cancel();
    return n > 0 && switch (n) { case 1: try { yield true; } finally { n++; } default: yield false; };
  }
}
