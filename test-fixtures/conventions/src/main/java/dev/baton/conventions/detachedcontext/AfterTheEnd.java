package dev.baton.conventions.detachedcontext;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.DeadlineExceededException;
import java.time.Duration;

/** The context at hand is done, and a new one is what clean-up needs. */
abstract class AfterTheEnd implements AutoCloseable {

  abstract void release(Context ctx, String id);

  void waitFor(Context ctx) throws InterruptedException {
    ctx.awaitDone();
    release(Context.background(), "waited");
  }

  void waitAtMost(Context ctx) throws InterruptedException {
    if (ctx.awaitDone(Duration.ofSeconds(1))) {
      release(Context.background(), "in time");
    }
  }

  void ask(Context ctx, Runnable next) {
    if (ctx.isDone()) {
      next.run();
      release(Context.background(), "done");
      return;
    }
    if (ctx.err() == null && !ctx.isDone()) {
      next.run();
    } else {
      release(Context.background(), "done by now");
    }
  }

  void serve(Context ctx, Runnable next) {
    while (!ctx.isDone()) {
      next.run();
    }
    release(Context.background(), "served");
  }

  void guard(Context ctx, Runnable next) {
    if (!ctx.isDone()) {
      next.run();
      return;
    }
    Runnable last = () -> release(Context.background(), "guarded");
    last.run();
  }

  void handle(Context ctx, Runnable next) {
    try {
      next.run();
    } catch (DeadlineExceededException e) {
      release(Context.background(), "late");
    } catch (ContextException e) {
      release(Context.background(), "gone");
    } finally {
      release(Context.background(), ctx.toString());
    }
  }

  void listen(Context ctx) {
    ctx.afterFunc(() -> release(Context.background(), "listener"));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> release(Context.background(), "shutdown")));
  }

  @Override
  public void close() {
    try (var ctx = Context.background().withTimeout(Duration.ofSeconds(1))) {
      release(ctx, "close");
      release(Context.background(), "at last");
    }
  }
}
