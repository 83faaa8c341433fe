package dev.baton.conventions.storedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** A private owner, cancelled in a method of its own: no business of this check. */
class PrivateOwner {

  private CancellableContext current;

  void start(Context ctx) {
    stop();
    current = ctx.withCancel();
  }

  void stop() {
    if (current != null) {
      current.close();
    }
  }
}
