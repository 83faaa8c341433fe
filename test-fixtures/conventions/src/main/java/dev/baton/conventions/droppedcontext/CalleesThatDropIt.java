package dev.baton.conventions.droppedcontext;

import dev.baton.context.Context;

/** A method without a context further down is its own affair: there is no overload to call. */
final class CalleesThatDropIt {

  String handle(Context ctx, String id) {
    ctx.throwIfDone();
    return render(id) + Store.open(id).load(id) + new Page(id);
  }

  private String render(String id) {
    return Store.open(id).load(id);
  }

  record Page(String id) {}

  static final class Store {

    private Store() {}

    private Store(Context ctx) {
      ctx.throwIfDone();
    }

    static Store open(String id) {
      return id.isEmpty() ? new Store(Context.todo()) : new Store();
    }

    String load(String id) {
      return id;
    }

    String loadFor(Context ctx, String id) {
      return ctx + id;
    }
  }
}
