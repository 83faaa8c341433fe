package dev.baton.context;

/**
 * An action that waits for a context to be done; what {@link Context#afterFunc(Runnable)} returns.
 *
 * <p>Safe for use by any number of threads.
 */
public interface Registration extends AutoCloseable {
  /**
   * Keeps the action from running.
   *
   * @return true if this call kept the action from running; false if the action was started, was
   *     stopped before, or was lost to an executor that rejected it. It does not wait for an action
   *     that is running: a caller who needs that has to coordinate with the action itself.
   */
  boolean stop();

  /** The same as {@link #stop()}, for use in a try-with-resources statement. */
  @Override
  default void close() {
    stop();
  }
}
