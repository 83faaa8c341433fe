package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Said on the declaration of the local, also where it is assigned later. */
final class SuppressedOnLocal {
  void run(Context ctx) {
    @SuppressWarnings("LostCancel")
    var untilExit = ctx.withCancel();

    @SuppressWarnings("Baton")
    CancellableContext late;
    late = ctx.withCancel();
    late.throwIfDone();
    untilExit.throwIfDone();
  }
}
