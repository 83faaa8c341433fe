package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** A switch over every constant of an enum has no other way out. */
final class EveryEnumConstant {
  enum Mode {
    SOFT,
    HARD
  }

  void stop(Context ctx, Mode mode) {
    var child = ctx.withCancel();
    child.throwIfDone();
    switch (mode) {
      case SOFT:
        child.cancel();
        break;
      case HARD:
        child.cancel(new IllegalStateException("stopped"));
        break;
    }
  }
}
