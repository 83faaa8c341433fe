package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;

/** Null for the context of a call, where one is in scope and where none is. */
final class AnyArgument {

  private final Orders orders = new Orders();

  String show(Context ctx, String id) {
    // BUG: Diagnostic contains: `find` is given null for its context; pass `ctx`
    return orders.find(null, id);
  }

  String showBoth(Context ctx, String id) {
    // BUG: Diagnostic contains: `findWhile` is given null for its context; pass `ctx`
    return orders.findWhile(ctx, (null), id);
  }

  String nightly() {
    // BUG: Diagnostic contains: pass the caller's, or `Context.todo()` until there is one
    return orders.find((Context) null, "all");
  }

  static final class Orders {
    String find(Context ctx, String id) {
      ctx.throwIfDone();
      return id;
    }

    String findWhile(Context ctx, Context server, String id) {
      server.throwIfDone();
      return find(ctx, id);
    }
  }
}
