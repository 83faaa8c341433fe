package dev.baton.conventions.droppedcontext;

import dev.baton.context.Context;

/** Overloads that are inherited, and those of constructors. */
class ConstructorsAndSuperclasses {

  private final boolean live;

  ConstructorsAndSuperclasses() {
    this(Context.todo());
  }

  ConstructorsAndSuperclasses(Context ctx) {
    this.live = !ctx.isDone();
  }

  boolean isLive() {
    return live;
  }

  protected boolean isLive(Context ctx) {
    return live && !ctx.isDone();
  }

  static final class Heir extends ConstructorsAndSuperclasses {

    // BUG: Diagnostic contains: this call of the constructor of `ConstructorsAndSuperclasses` drops
    Heir(Context ctx, String name) {
      System.out.println(ctx + name);
    }

    boolean isAlive(Context ctx) {
      // BUG: Diagnostic contains: this call of `isLive` drops `ctx`
      return isLive();
    }
  }

  static boolean start(Context ctx) {
    // BUG: Diagnostic contains: this call of the constructor of `ConstructorsAndSuperclasses`
    return new ConstructorsAndSuperclasses().isLive(ctx);
  }
}
