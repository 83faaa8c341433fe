import dev.baton.context.Context;
import dev.baton.context.CancellableContext;

// BUG: Diagnostic contains: keeps context `kept` in a
Context kept = Context.background();

interface Step { void run(Context ctx); }

// BUG: Diagnostic contains: context `ctx` is parameter 2 of `find`
void find(String id, Context ctx) {}

CancellableContext open(Context ctx) {
  // BUG: Diagnostic contains: `a` is not cancelled on every path
  var a = ctx.withCancel();
  // BUG: Diagnostic contains: `open` returns null where it declares a context
  if (ctx.isDone()) return null;
  return a;
}

void main() {
  var lifetime = open(kept);
  // BUG: Diagnostic contains: `find` is given null for its context; pass `lifetime`
  find("a", null);
  IO.println(lifetime.isDone());
}
