package syntax;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

sealed interface Sealed<T extends Context> permits Sealed.One, Sealed.Two, Sealed.Rest, Sealed.Kind {

  // BUG: Diagnostic contains: context `ctx` is parameter 2 of `run`
  T run(int n, T ctx);

  final class One implements Sealed<Context> {
    public Context run(int n, Context ctx) { return ctx; }
  }

  sealed class Two implements Sealed<CancellableContext> permits Two.Of {
    // BUG: Diagnostic contains: `Two` keeps context `sealed` in a field
    protected Context sealed;
    int permits;

    public CancellableContext run(int n, CancellableContext ctx) {
      int record = 0, non = 1, when = non-record;
      // BUG: Diagnostic contains: dropped
      ctx.withCancel();
      return ctx;
    }

    static final class Of extends Two {}
  }

  non-sealed abstract class Rest implements Sealed<Context> {}

  enum Kind implements Sealed<Context> {
    A { public Context run(int n, Context ctx) { return Kind.self(ctx); } };

    private static Context self(Context ctx) { return ctx; }
  }
}
