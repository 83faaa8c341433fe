package dev.baton.conventions.detachedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Code that has a context, and gives what it calls another one. */
abstract class RootsInARequest {

  abstract String load(Context ctx, String id);

  String handle(Context ctx, String id) {
    // BUG: Diagnostic contains: `Context.todo()` stands where `ctx` is in scope; use `ctx`
    String found = load(Context.todo(), id);
    // BUG: Diagnostic contains: `Context.background()` starts anew where `ctx` is in scope
    try (CancellableContext timed = Context.background().withTimeout(Duration.ofSeconds(1))) {
      // BUG: Diagnostic contains: or `timed.withoutCancel()` for work that must outlive the request
      return load(timed, found) + load(Context.background(), id);
    }
  }

  void later(Context ctx, Executor executor) {
    // BUG: Diagnostic contains: use `ctx`, or `ctx.withoutCancel()` for work that must outlive
    executor.execute(() -> load(Context.background(), "later"));
    executor.execute(
        new Runnable() {
          // BUG: Diagnostic contains: `Context.todo()` stands where `ctx` is in scope
          private final Context own = Context.todo();

          @Override
          public void run() {
            load(own, "own");
          }
        });
  }

  Context choose(Context ctx, boolean detached) {
    // BUG: Diagnostic contains: `Context.background()` starts anew where `ctx` is in scope
    Supplier<Context> source = Context::background;
    // BUG: Diagnostic contains: `Context.background()` starts anew where `ctx` is in scope
    return detached ? Context.background() : source.get();
  }

  void replace(Context ctx) {
    // BUG: Diagnostic contains: `Context.background()` starts anew where `ctx` is in scope
    ctx = Context.background();
    load(ctx, "replaced");
  }

  void whileLive(Context ctx) {
    while (!ctx.isDone()) {
      // BUG: Diagnostic contains: `Context.background()` starts anew where `ctx` is in scope
      load(Context.background(), "round");
    }
  }
}
