package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.io.IOException;

/** A flag tells whether there is something to cancel; it is the same at both tests. */
final class OnlyWhenOwned {
  void run(Context ctx, CancellableContext given, boolean own) {
    CancellableContext current = own ? ctx.withCancel() : given;
    try {
      current.throwIfDone();
    } finally {
      if (own) {
        current.cancel();
      }
    }
  }

  CancellableContext open(Context ctx) throws IOException {
    boolean isOpen = false;
    var child = ctx.withCancel();
    try {
      connect(child);
      isOpen = true;
      return child;
    } finally {
      if (!isOpen) {
        child.cancel();
      }
    }
  }

  private static void connect(Context ctx) throws IOException {
    if (ctx.isDone()) {
      throw new IOException("no connection");
    }
  }
}
