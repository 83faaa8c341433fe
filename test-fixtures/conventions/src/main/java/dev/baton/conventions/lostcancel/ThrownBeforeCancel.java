package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** Bad input leaves by an exception that is thrown between creating and cancelling. */
final class ThrownBeforeCancel {
  int parse(Context ctx, String text) {
    // BUG: Diagnostic contains: the `throw` on line 11 leaves without it
    var child = ctx.withCancel();
    if (text.isEmpty()) {
      throw new IllegalArgumentException("text is empty");
    }
    int length = child.isDone() ? 0 : text.length();
    child.cancel();
    return length;
  }
}
