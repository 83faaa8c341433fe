package dev.baton.context;

/** Where exceptions of callbacks go: nobody is there to catch them. */
final class Uncaught {
  private Uncaught() {}

  /** Hands the exception to the current thread's handler, and never throws. */
  static void report(Throwable exception) {
    try {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, exception);
    } catch (Throwable e) {
      // As the JVM does: what a handler throws is dropped. The canceller must not suffer for it.
    }
  }
}
