package dev.baton.conventions.unusedderivedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;

/** The time-out is that of the call which it is passed to. */
abstract class PassedOn {

  abstract String load(Context ctx, String id);

  String find(Context ctx, String id) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      return load(timed, id);
    }
  }

  String findAll(Context ctx, Iterable<String> ids) {
    StringBuilder all = new StringBuilder();
    for (String id : ids) {
      try (var timed = ctx.withTimeout(Duration.ofSeconds(2))) {
        all.append(load(timed, id));
      }
    }
    return all.toString();
  }
}
