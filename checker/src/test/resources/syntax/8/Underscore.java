package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** The last release in which an underscore is a name like any other. */
class Underscore {

  void _(Context _) {}

  void run(Context ctx) {
    // BUG: Diagnostic contains: nothing uses `_`
    CancellableContext _ = ctx.withCancel();
    _.cancel();
    // BUG: Diagnostic contains: `_` is given null for its context; pass `ctx`
    _(null);
    _: for (;;) { break _; }
  }
}
