package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.List;

/** A lambda is given it, whether it runs or not. */
abstract class CapturedByTask {

  abstract String load(Context ctx, String id);

  List<String> loadAll(Context ctx, List<String> ids) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      return ids.stream().map(id -> load(timed, id)).toList();
    }
  }

  Object later(Context ctx) {
    Context free = ctx.withoutCancel();
    return new Object() {
      @Override
      public String toString() {
        return load(free, "later");
      }
    };
  }
}
