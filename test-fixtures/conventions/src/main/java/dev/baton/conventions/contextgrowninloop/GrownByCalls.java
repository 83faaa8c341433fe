package dev.baton.conventions.contextgrowninloop;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.concurrent.atomic.AtomicReference;

/** What is kept between calls grows without a loop. */
final class GrownByCalls {

  private static final Key<String> USER = Key.of("user");

  @SuppressWarnings("StoredContext") // what this is about
  private Context current;

  @SuppressWarnings("StoredContext") // what this is about
  private final AtomicReference<Context> shared;

  GrownByCalls(Context ctx, String user) {
    this.current = ctx;
    this.shared = new AtomicReference<>(ctx);
    this.current = current.withValue(USER, user);
  }

  void login(String user) {
    // BUG: Diagnostic contains: derived from itself at every call of `login`, so it grows
    this.current = current.withValue(USER, user);
    // BUG: Diagnostic contains: `shared` gets a context derived from its own at every update
    shared.updateAndGet(old -> old.withValue(USER, user));
  }

  void detach() {
    // BUG: Diagnostic contains: `shared` gets a context derived from its own at every update
    shared.getAndUpdate(Context::withoutCancel);
  }

  void switchTo(Context ctx, String user) {
    current = ctx;
    current = current.withValue(USER, user);
  }

  void within(String user, Runnable work) {
    Context before = current;
    current = current.withValue(USER, user);
    try {
      work.run();
    } finally {
      current = before;
    }
  }

  GrownByCalls copy(Context ctx, String user) {
    GrownByCalls copy = new GrownByCalls(ctx, user);
    copy.current = copy.current.withValue(USER, user);
    return copy;
  }
}
