package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;

/** Constructors are called by position too. */
class ConstructorsOfAllKinds {

  private final String id;

  // BUG: Diagnostic contains: parameter 2 of the constructor of `ConstructorsOfAllKinds`
  ConstructorsOfAllKinds(String id, Context ctx) {
    ctx.throwIfDone();
    this.id = id;
  }

  ConstructorsOfAllKinds(Context ctx, int number) {
    this(String.valueOf(number), ctx);
  }

  String id() {
    return id;
  }

  /** The constructor of the anonymous class below has the same order, and nobody wrote it. */
  static ConstructorsOfAllKinds quoted(Context ctx, String id) {
    return new ConstructorsOfAllKinds(id, ctx) {
      @Override
      String id() {
        return '"' + super.id() + '"';
      }
    };
  }

  /** An enum passes a name and an ordinal first, of which the source knows nothing. */
  enum Mode {
    FAST("fast", Context.background());

    private final String label;

    // BUG: Diagnostic contains: context `startupCtx` is parameter 2 of the constructor of `Mode`
    Mode(String label, Context startupCtx) {
      this.label = startupCtx.isDone() ? "" : label;
    }

    String label() {
      return label;
    }
  }

  /** The constructors of a record, other than the one of its header, have their own order. */
  record Page(int size, int number) {

    // BUG: Diagnostic contains: context `ctx` is parameter 2 of the constructor of `Page`
    Page(int size, Context ctx) {
      this(ctx.isDone() ? 0 : size, 1);
    }
  }
}
