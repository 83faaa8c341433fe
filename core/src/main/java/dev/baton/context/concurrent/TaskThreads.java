package dev.baton.context.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs each task on a thread of its own: a virtual thread where the JDK has them (21 and newer),
 * else one of a pool of daemon threads without limit.
 */
final class TaskThreads {
  private static final int JDK_WITH_VIRTUAL_THREADS = 21;

  static final Executor EXECUTOR = choose();

  private TaskThreads() {}

  private static Executor choose() {
    if (Runtime.version().feature() >= JDK_WITH_VIRTUAL_THREADS) {
      try {
        return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      } catch (ReflectiveOperationException e) {
        // A JDK that calls itself 21 but lacks them; platform threads do as well.
      }
    }
    AtomicInteger made = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(null, task, "baton-task-" + made.incrementAndGet(), 0, false);
          thread.setDaemon(true);
          return thread;
        });
  }
}
