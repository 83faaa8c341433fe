package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** Functions that are called before the block ends. */
abstract class RunsAtOnce {

  abstract String load(Context ctx, String id);

  abstract void print(String row);

  abstract void submit(Runnable work);

  List<String> all(Context ctx, List<String> ids) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      return ids.stream().map(id -> load(timed, id)).toList();
    }
  }

  void printed(Context ctx, Executor executor) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      String row = load(timed, "row");
      executor.execute(() -> print(row));
      submit(() -> load(timed, "own"));
    }
  }
}
