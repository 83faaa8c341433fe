package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** A later resource is closed before an earlier one. */
abstract class ExecutorClosesEarlier {

  interface Workers extends Executor, AutoCloseable {
    @Override
    void close();
  }

  abstract Workers open();

  abstract void load(Context ctx, String id);

  void all(Context ctx, List<String> ids) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2));
        Workers workers = open()) {
      for (String id : ids) {
        workers.execute(() -> load(timed, id));
      }
    }
  }

  void inner(Context ctx) {
    CancellableContext child = ctx.withCancel();
    try {
      try (Workers workers = open()) {
        workers.execute(() -> load(child, "inner"));
      }
    } finally {
      child.cancel();
    }
  }
}
