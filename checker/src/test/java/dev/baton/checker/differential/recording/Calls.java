package dev.baton.checker.differential.recording;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the callees of programs do, in the run that is under way. */
public final class Calls {

  private Calls() {}

  /** One of so many outcomes, and in other runs the others; or throws, as {@link #call}. */
  public static int choose(int outcomes) {
    return Run.current().choose(outcomes);
  }

  /** Returns, or throws what may be thrown on the line of the program. */
  public static void call() {
    Run.current().call();
  }

  /** A handler of the program has the exception. */
  public static void caught(Throwable exception) {
    Run.current().caught(exception);
  }

  /**
   * Stands in for JUnit's method: by the contract control does not come back, nor does it leave.
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // as it is there
  public static <V> V fail() {
    throw Run.current().end();
  }

  /** Runs a unit of the program; what it throws goes no further. */
  public static void perform(Task task) {
    Run.current().perform(task);
    call();
  }

  /** Runs a unit when the program has ended. */
  public static void keep(Task task) {
    Run.current().keep(task);
    call();
  }

  /** A context that somebody outside the program has to cancel. */
  public static Object foreign() {
    call();
    return Run.current().foreign();
  }

  /** If it is a context, somebody outside the program has to cancel it from now on. */
  public static void handOver(@Nullable Object owner) {
    Run.handOver(owner);
    call();
  }

  /** The same of what the container holds in the end. */
  public static void keepContentsOf(Supplier<? extends List<?>> container) {
    call();
    Run.current().keepContentsOf(container);
  }
}
