package syntax;

import dev.baton.context.Context;
import java.util.List;

class LocalTypes {

  void find(Context ctx) {}

  void inferred(Context ctx, List<? extends Context> parents) {
    // BUG: Diagnostic contains: nothing uses `one`
    var one = ctx.withCancel();
    one.cancel();
    // BUG: Diagnostic contains: `two` is not cancelled on every path
    var two = ctx.withCancel();
    for (var parent : parents) {
      // BUG: Diagnostic contains: `three` is not cancelled on every path: the `continue`
      var three = parent.withCancel();
      if (parent.isDone()) continue;
      three.close();
    }
    for (var four = ctx.withCancel(); !four.isDone(); ) four.cancel();
    try (var five = ctx.withCancel()) { find(five); }
    // BUG: Diagnostic contains: dropped
    var unused = ctx.withCancel();
    var nothing = (Context) null;
    // BUG: Diagnostic contains: `find` is given `nothing`, which is null here
    find(nothing);
    var anonymous = new Object() { Context inner(Context ctx) { return ctx; } };
    find(anonymous.inner(ctx));
    // BUG: Diagnostic contains: `inner` is given null for its context
    find(anonymous.inner(null));
    var var = new Context[] {ctx, null};
    find(var[0]);
  }
}
