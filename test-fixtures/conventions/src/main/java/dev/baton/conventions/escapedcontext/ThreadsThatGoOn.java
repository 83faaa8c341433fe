package dev.baton.conventions.escapedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** Threads, and an executor that is open for longer than the context. */
abstract class ThreadsThatGoOn {

  interface Workers extends ExecutorService, AutoCloseable {
    @Override
    void close();
  }

  abstract Workers open();

  abstract void load(Context ctx);

  void started(Context ctx) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      // BUG: Diagnostic contains: `timed` goes to work that `new Thread` runs
      Thread worker = new Thread(() -> load(timed));
      worker.setDaemon(true);
      worker.start();
    }
  }

  void joined(Context ctx) throws Exception {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      Thread worker = new Thread(() -> load(timed));
      worker.start();
      dev.baton.context.concurrent.Interrupts.run(timed, worker::join);
    }
  }

  void closesLater(Context ctx) {
    try (Workers workers = open();
        CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(2))) {
      // BUG: Diagnostic contains: `timed` goes to work that `execute` runs
      workers.execute(() -> load(timed));
    }
  }
}
