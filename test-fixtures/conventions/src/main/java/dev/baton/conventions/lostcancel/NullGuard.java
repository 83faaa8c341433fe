package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Where the variable is null, nothing is owed. */
final class NullGuard {
  void run(Context ctx, boolean isolated) {
    CancellableContext own = isolated ? ctx.withCancel() : null;
    try {
      work(own == null ? ctx : own);
    } finally {
      if (own != null) {
        own.cancel();
      }
    }
  }

  void late(Context ctx) {
    CancellableContext child = null;
    try {
      work(ctx);
      child = ctx.withCancel();
      work(child);
    } finally {
      if (child != null) {
        child.close();
      }
    }
  }

  private static void work(Context ctx) {
    ctx.throwIfDone();
  }
}
