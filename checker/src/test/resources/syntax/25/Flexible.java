package syntax;

import module java.base;
import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/// In Markdown: *code* before the call of another constructor, and imports of modules.
class Flexible {

  // BUG: Diagnostic contains: `Flexible` keeps context `ctx` in a field
  private final Context ctx;
  private int n = 1;

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of the constructor of `Flexible`
  Flexible(List<String> names, Context ctx) {
    if (names.isEmpty()) throw new IllegalArgumentException();
    this.ctx = ctx;
    super();
    n++;
  }

  Flexible(Context ctx) {
    // BUG: Diagnostic contains: `own` is not cancelled on every path
    var own = ctx.withCancel();
    class Local { Context of(Context ctx) { return ctx; } }
    try (var timed = ctx.withTimeout(Duration.ZERO)) {
      timed.throwIfDone();
    }
    // BUG: Diagnostic contains: is given null for its context; pass `own`
    this(List.of(), new Local().of(null));
    if (n > 1) return;
    own.cancel();
  }

  class Inner extends Flexible {
    Inner(Context ctx, CancellableContext ownerCtx) {
      // BUG: Diagnostic contains: nothing uses `child`
      final var child = ownerCtx.withCancel();
      try (child) { Flexible.this.n = 2; }
      super(ctx);
    }
  }

  enum Level {
    LOW(Context.todo());

    Level(Context ctx) {
      // BUG: Diagnostic contains: nothing uses `one`
      var one = ctx.withCancel();
      one.close();
      this();
    }

    Level() {}
  }
}
