package dev.baton.conventions.droppedcontext;

import dev.baton.context.Context;

/** The method with a context does its work by means of the one without. */
class InsideTheOverload {

  private final String prefix;

  InsideTheOverload(String prefix) {
    this.prefix = prefix;
  }

  InsideTheOverload(Context ctx, String prefix) {
    this(ctx.isDone() ? "" : prefix);
  }

  String load(String id) {
    return prefix + id;
  }

  String load(Context ctx, String id) {
    ctx.throwIfDone();
    Runnable warmUp = () -> load(id);
    warmUp.run();
    return load(id);
  }

  static final class Audited extends InsideTheOverload {

    Audited(Context ctx) {
      super(ctx, "audited");
    }

    @Override
    String load(String id) {
      Context own = Context.background();
      System.out.println(own);
      return super.load(id);
    }

    @Override
    String load(Context ctx, String id) {
      return super.load(id);
    }
  }
}
