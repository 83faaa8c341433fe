package dev.baton.conventions.droppedcontext;

import dev.baton.context.Context;

/** It implements the overload of an interface, and drops what it was given on the way down. */
final class Decorator {

  /** Two methods for one thing. */
  interface Store {
    String load(Context ctx, String id);

    default String load(String id) {
      return load(Context.todo(), id);
    }
  }

  /** Loads what another one has. */
  static final class Cached implements Store {

    private final Store inner;

    Cached(Store inner) {
      this.inner = inner;
    }

    @Override
    public String load(Context ctx, String id) {
      // BUG: Diagnostic contains: this call of `load` drops `ctx`
      return inner.load(id);
    }
  }
}
