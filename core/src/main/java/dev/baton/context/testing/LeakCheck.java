package dev.baton.context.testing;

import dev.baton.context.CancellableContext;
import dev.baton.context.annotation.ContextCarrier;
import dev.baton.context.internal.Lifecycle;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the contexts that were created while it was open and that nobody cancelled or closed, and
 * says where each was created.
 *
 * <pre>{@code
 * try (LeakCheck leaks = LeakCheck.start()) {
 *   orders.find(Context.background(), "42");
 * } // AssertionError: 1 context was created and never cancelled: ...
 * }</pre>
 *
 * <p>A context has to be cancelled by its owner also where a deadline or an ancestor ends it first;
 * so one that is done but was never cancelled is found too.
 *
 * <p>It sees the contexts of all threads, so what other tests do at the same time as well. It holds
 * the contexts that it has not seen cancelled, and takes a stack trace for each that is created:
 * for tests, not for services. While no check is open the runtime does none of this. Safe for use
 * by several threads; several checks may be open at once.
 */
@ContextCarrier("it finds those that everybody else has forgotten")
public final class LeakCheck implements AutoCloseable {
  /** Packages whose frames say how, not where, a context is created. */
  private static final Set<String> RUNTIME =
      Set.of(
          "dev.baton.context",
          "dev.baton.context.concurrent",
          "dev.baton.context.http",
          "dev.baton.context.internal",
          "dev.baton.context.jdbc");

  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  /** Where those that nobody has cancelled were created, oldest first. Guarded by itself. */
  private final Map<CancellableContext, List<StackTraceElement>> open = new LinkedHashMap<>();

  private final Lifecycle lifecycle =
      new Lifecycle() {
        @Override
        public void created(CancellableContext context) {
          List<StackTraceElement> where = callers();
          synchronized (open) {
            open.put(context, where);
          }
        }

        @Override
        public void cancelled(CancellableContext context) {
          synchronized (open) {
            open.remove(context);
          }
        }
      };

  private LeakCheck() {}

  /**
   * A context that was created and never cancelled.
   *
   * @param context the context as it prints itself
   * @param where the stack of its creation, from the first frame that is not of this library on
   */
  public record Leak(String context, List<StackTraceElement> where) {
    /** Copies the list. */
    public Leak {
      where = List.copyOf(where);
    }

    /** The context, and the first line of where it was created. */
    @Override
    public String toString() {
      return context + (where.isEmpty() ? "" : ", created at " + where.get(0));
    }
  }

  /** Looks at all contexts that are created from now on. */
  public static LeakCheck start() {
    LeakCheck check = new LeakCheck();
    Lifecycle.Listeners.add(check.lifecycle);
    return check;
  }

  /**
   * The contexts created since the start that nobody has cancelled until now, or until {@link
   * #close()}: oldest first.
   */
  public List<Leak> leaks() {
    synchronized (open) {
      List<Leak> leaks = new ArrayList<>(open.size());
      open.forEach((context, where) -> leaks.add(new Leak(context.toString(), where)));
      return List.copyOf(leaks);
    }
  }

  /**
   * Ends the check: what is created or cancelled later is not seen.
   *
   * @throws AssertionError if there are {@link #leaks()}; its message names them all
   */
  @Override
  public void close() {
    Lifecycle.Listeners.remove(lifecycle);
    List<Leak> leaks = leaks();
    if (!leaks.isEmpty()) {
      throw new AssertionError(inWords(leaks));
    }
  }

  private static String inWords(List<Leak> leaks) {
    String lines = leaks.stream().map(leak -> "\n  " + leak).collect(Collectors.joining());
    return leaks.size() == 1
        ? "1 context was created and never cancelled:" + lines
        : leaks.size() + " contexts were created and never cancelled:" + lines;
  }

  private static List<StackTraceElement> callers() {
    return STACK.walk(
        frames ->
            frames
                .dropWhile(LeakCheck::isOfRuntime)
                .map(StackFrame::toStackTraceElement)
                .collect(Collectors.toUnmodifiableList()));
  }

  private static boolean isOfRuntime(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type.getNestHost() == LeakCheck.class
        || RUNTIME.contains(type.getPackageName())
        || type.getPackageName().startsWith("java.");
  }
}
