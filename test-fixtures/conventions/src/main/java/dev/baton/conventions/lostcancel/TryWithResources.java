package dev.baton.conventions.lostcancel;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;

/** The way the runtime is meant to be used. */
final class TryWithResources {
  String load(Context ctx) {
    try (var timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      return query(timed);
    }
  }

  String loadTwice(Context ctx) {
    CancellableContext child = ctx.withCancel();
    try (child) {
      return query(child) + query(child);
    }
  }

  int countdown(Context ctx, int from) {
    int left = from;
    while (left > 0) {
      try (var round = ctx.withCancel()) {
        left -= query(round).length();
      }
    }
    return left;
  }

  private static String query(Context ctx) {
    return ctx.isDone() ? "" : "row";
  }
}
