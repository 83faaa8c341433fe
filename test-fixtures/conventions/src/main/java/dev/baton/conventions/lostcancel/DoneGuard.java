package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.time.Duration;

/** A context that is done holds nothing any more. */
final class DoneGuard {
  int poll(Context ctx) {
    var timed = ctx.withTimeout(Duration.ofMillis(10));
    int rounds = 0;
    while (!timed.isDone()) {
      rounds++;
    }
    return rounds;
  }

  int check(Context ctx) {
    var child = ctx.withCancel();
    if (child.err() != null) {
      throw new IllegalStateException("done at birth", child.cause());
    }
    child.cancel();
    return 1;
  }
}
