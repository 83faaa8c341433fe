package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Methods that are called alike, and do not block. */
final class Namesakes {

  private final Map<String, String> names;

  Namesakes(Map<String, String> names) {
    this.names = names;
  }

  String get(Context ctx, AtomicReference<String> current, Optional<String> given) {
    names.put("a", current.get());
    ctx.throwIfDone();
    return names.get("a") + String.join(",", names.keySet()) + given.get();
  }

  boolean send(Context ctx, Semaphore permits) {
    sleep(ctx);
    return permits.tryAcquire();
  }

  private static void sleep(Context ctx) {
    ctx.throwIfDone();
  }
}
