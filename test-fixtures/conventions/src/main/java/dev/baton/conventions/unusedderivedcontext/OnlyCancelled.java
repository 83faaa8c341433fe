package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody thought of the end, and of nothing else. */
abstract class OnlyCancelled {

  abstract String load(Context ctx, String id);

  String find(Context ctx, String id) {
    // BUG: Diagnostic contains: nothing uses `child`, so cancelling it stops nothing
    CancellableContext child = ctx.withCancel();
    try {
      return load(ctx, id);
    } finally {
      child.cancel();
    }
  }

  String findAll(Context ctx, List<String> ids) {
    List<Runnable> cleanUps = new ArrayList<>();
    // BUG: Diagnostic contains: nothing uses `timed`, so its time-out has no effect
    CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2));
    cleanUps.add(timed::close);
    StringBuilder all = new StringBuilder();
    ids.forEach(id -> all.append(load(ctx, id)));
    cleanUps.forEach(Runnable::run);
    return all.toString();
  }
}
