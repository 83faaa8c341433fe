package dev.baton.context;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs callbacks each on a thread of its own: virtual threads where the JDK has them (21 and
 * newer), else daemon threads from a pool without limit.
 */
final class Callbacks {
  private static final String NAME = "baton-callback";
  private static final int JDK_WITH_VIRTUAL_THREADS = 21;
  private static final long KEEP_ALIVE_SECONDS = 10;

  private static final Executor EXECUTOR = choose();

  private Callbacks() {}

  static void execute(Runnable callback) {
    EXECUTOR.execute(callback);
  }

  private static Executor choose() {
    if (Runtime.version().feature() >= JDK_WITH_VIRTUAL_THREADS) {
      try {
        ThreadFactory virtual = virtualThreads();
        return callback -> virtual.newThread(callback).start();
      } catch (ReflectiveOperationException e) {
        // A JDK that calls itself 21 but lacks them; platform threads do as well.
      }
    }
    return platformThreads();
  }

  /** {@code Thread.ofVirtual().name(NAME).inheritInheritableThreadLocals(false).factory()}. */
  private static ThreadFactory virtualThreads() throws ReflectiveOperationException {
    Class<?> builderType = Class.forName("java.lang.Thread$Builder");
    Method name = builderType.getMethod("name", String.class);
    Method inherit = builderType.getMethod("inheritInheritableThreadLocals", boolean.class);
    Method factory = builderType.getMethod("factory");
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    builder = name.invoke(builder, NAME);
    builder = inherit.invoke(builder, false);
    return (ThreadFactory) factory.invoke(builder);
  }

  private static Executor platformThreads() {
    AtomicInteger made = new AtomicInteger();
    ThreadFactory factory =
        callback -> {
          String name = NAME + "-" + made.incrementAndGet();
          Thread thread = new Thread(null, callback, name, 0, false);
          thread.setDaemon(true);
          // As virtual threads have it; that of the canceller would be kept alive by the pool.
          thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
          return thread;
        };
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        KEEP_ALIVE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        factory);
  }
}
