package dev.baton.context.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs each task on a thread of its own: a virtual thread where the JDK has them (21 and newer),
 * else a daemon thread. None is used twice, so a task sees the class loader and the inheritable
 * thread locals of whoever forked it.
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
    return task -> {
      Thread thread = new Thread(task, "baton-task-" + made.incrementAndGet());
      thread.setDaemon(true);
      thread.start();
    };
  }
}
