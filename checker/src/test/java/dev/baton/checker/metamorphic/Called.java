package dev.baton.checker.metamorphic;

/** What wrapped code names: lambdas that are called at once, and a resource that is none. */
public final class Called {

  private Called() {}

  /** Code without a result, and the exceptions that it declares. */
  public interface Action<E extends Throwable, F extends Throwable> {
    void run() throws E, F;
  }

  /** Code with a result, and the exceptions that it declares. */
  public interface Task<T, E extends Throwable, F extends Throwable> {
    T call() throws E, F;
  }

  /** Nothing to close. */
  public interface Nothing extends AutoCloseable {
    @Override
    void close();
  }

  public static Nothing nothing() {
    return () -> {};
  }
}
