package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Several locals may name one context; one of them is enough. */
final class AliasAsAutoCloseable {
  void run(Context ctx) throws Exception {
    AutoCloseable resource = ctx.withCancel();
    try {
      System.out.println(resource);
    } finally {
      resource.close();
    }
  }

  void rename(Context ctx) {
    CancellableContext first = ctx.withCancel();
    CancellableContext second = first;
    second.cancel();
  }
}
