package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** Control does not come back from the call that ends the process. */
final class ExitEndsProcess {
  void run(Context ctx, boolean isBroken) {
    var child = ctx.withCancel();
    if (isBroken && !child.isDone()) {
      System.exit(3);
      return;
    }
    child.cancel();
  }
}
