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

  int checkCause(Context ctx) {
    var child = ctx.withCancel();
    if (child.cause() != null) {
      return 0;
    }
    child.cancel();
    return 1;
  }

  void pause(Context ctx) {
    var timed = ctx.withTimeout(Duration.ofMillis(10));
    try {
      if (timed.awaitDone(Duration.ofSeconds(1))) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    timed.cancel();
  }
}
