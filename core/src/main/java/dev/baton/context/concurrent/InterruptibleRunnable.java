package dev.baton.context.concurrent;

/** Work that an interrupt stops. */
@FunctionalInterface
public interface InterruptibleRunnable {
  /** Does the work. */
  void run() throws InterruptedException;
}
