package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;

/** Any call may throw what nobody declares; that is not followed out of the method. */
final class UncheckedExceptionOfCallee {
  int run(Context ctx, int[] numbers) {
    var child = ctx.withCancel();
    int first = Math.addExact(numbers[0], child.isDone() ? 0 : 1);
    child.cancel();
    return first;
  }
}
