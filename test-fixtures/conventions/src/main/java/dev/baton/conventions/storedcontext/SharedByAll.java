package dev.baton.conventions.storedcontext;

import dev.baton.context.Context;

/** A static field is shared by all requests, and lives as long as the program. */
final class SharedByAll {

  // BUG: Diagnostic contains: keeps context `ROOT` in a static field, where all requests share it
  static final Context ROOT = Context.background();

  // BUG: Diagnostic contains: contexts in static field `CURRENT`, where all requests share
  private static final ThreadLocal<Context> CURRENT = new ThreadLocal<>();

  private SharedByAll() {}

  static Context current() {
    return CURRENT.get();
  }

  /** Its constants are static without saying so. */
  interface Defaults {
    // BUG: Diagnostic contains: `Defaults` keeps context `CTX` in a static field
    Context CTX = Context.todo();
  }

  /** Its constants live as long as the program, and so do their fields. */
  enum Stage {
    START(Context.background());

    // BUG: Diagnostic contains: `Stage` keeps context `stageCtx` in a field
    private final Context stageCtx;

    Stage(Context stageCtx) {
      this.stageCtx = stageCtx;
    }

    boolean isOver() {
      return stageCtx.isDone();
    }
  }
}
