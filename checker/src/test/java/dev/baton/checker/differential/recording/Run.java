package dev.baton.checker.differential.recording;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run of a program, and what it leaves behind; then the next run, until all were made. */
public final class Run {

  /** The class of the programs. */
  public static final String PROGRAMS = "programs.Programs";

  /** More runs than any program should have. */
  private static final int MANY = 200_000;

  private static final StackWalker STACK = StackWalker.getInstance();

  /** The one that is under way; all is done on one thread. */
  private static @Nullable Run current;

  /** What a program does; what it gives back, if anything, is its caller's to cancel. */
  @FunctionalInterface
  public interface Body {
    @Nullable Object run(Context ctx) throws Throwable;
  }

  /**
   * A program.
   *
   * @param linesBefore in the file, so many lines are before its first
   * @param thrown what may be thrown on its lines
   * @param strict whether an exception that no callee declares is a way out like any other
   */
  public record Code(
      Body body, int linesBefore, ImmutableListMultimap<Integer, String> thrown, boolean strict) {}

  /**
   * What all runs have shown.
   *
   * @param created the lines on which some run created a context
   * @param lost those of which some run lost one
   */
  public record Observed(ImmutableSet<Integer> created, ImmutableSet<Integer> lost, int runs) {

    /** There are more runs than can be made. */
    public boolean isCutShort() {
      return runs == MANY;
    }
  }

  private final Code code;

  /** Whether each choice has to know its line. */
  private final boolean tracing;

  private final Path path = new Path();
  private final List<CancellableContext> born = new ArrayList<>();
  private final List<Supplier<? extends List<?>>> containers = new ArrayList<>();
  private final List<Task> tasks = new ArrayList<>();

  /** The calls of units that are under way, the innermost first. */
  private final Deque<Activation> activations = new ArrayDeque<>();

  /** The last exception of a callee, until a handler of the program has it. */
  private @Nullable Throwable flying;

  /** The program has ended; what is called from now on neither chooses nor throws. */
  private boolean over;

  private Run(Code code, boolean tracing) {
    this.code = code;
    this.tracing = tracing;
  }

  static Run current() {
    return requireNonNull(current);
  }

  /** Runs the program in every way. */
  public static Observed inEveryWay(Code code) {
    Run run = new Run(code, /* tracing= */ false);
    ImmutableSet.Builder<Integer> created = ImmutableSet.builder();
    ImmutableSet.Builder<Integer> lost = ImmutableSet.builder();
    int runs = 0;
    do {
      run.once();
      for (CancellableContext context : run.born) {
        created.add(context.line);
        if (context.isLost()) {
          lost.add(context.line);
        }
      }
      runs++;
    } while (run.path.turn() && runs < MANY);
    return new Observed(created.build(), lost.build(), runs);
  }

  /** The choices of a run that loses a context created on the line. */
  public static String losing(int line, Code code) {
    Run run = new Run(code, /* tracing= */ true);
    do {
      run.once();
      if (run.born.stream().anyMatch(context -> context.line == line && context.isLost())) {
        return run.path.toString();
      }
    } while (run.path.turn());
    throw new AssertionError("no run loses what line " + line + " creates");
  }

  private void once() {
    current = this;
    path.rewind();
    born.clear();
    containers.clear();
    tasks.clear();
    flying = null;
    over = false;
    activate(() -> handOver(code.body().run(new Context())));
    over = true;
    tasks.forEach(task -> activate(task::run));
    containers.forEach(container -> container.get().forEach(Run::handOver));
  }

  // Units

  private interface Unit {
    void run() throws Throwable;
  }

  private void activate(Unit unit) {
    Activation activation = new Activation();
    activations.push(activation);
    try {
      unit.run();
    } catch (Throwable exit) {
      if (!counts(exit)) {
        activation.excuse();
      }
    }
    activations.pop();
  }

  /** What a callee throws and need not declare is no exit by which anything is lost. */
  private boolean counts(Throwable exit) {
    boolean isUnchecked = exit instanceof RuntimeException || exit instanceof Error;
    boolean isOfCallee = exit == flying || exit instanceof NullPointerException;
    return code.strict() || !isUnchecked || !isOfCallee;
  }

  /** Runs a task; what it throws goes no further. */
  void perform(Task task) {
    activate(task::run);
    if (over) {
      throw new End();
    }
  }

  /** Runs a task when the program has ended. */
  void keep(Task task) {
    tasks.add(task);
  }

  /** No path goes on from here, and none leaves. */
  End end() {
    activations.forEach(Activation::excuse);
    over = true;
    return new End();
  }

  /** Takes control out of the program, whatever its handlers catch. */
  static final class End extends Error {
    private static final long serialVersionUID = 1;

    private End() {
      super(null, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
  }

  // Choices

  int choose(int outcomes) {
    return over ? 0 : choice(outcomes, tracing || mayThrow(), mayThrow()).outcome();
  }

  /** As {@link #choose}, but nothing is thrown. */
  int chooseQuietly(int outcomes) {
    return over ? 0 : choice(outcomes, tracing, /* mayThrow= */ false).outcome();
  }

  void call() {
    if (mayThrow()) {
      choose(1);
    }
  }

  private boolean mayThrow() {
    return !code.thrown().isEmpty();
  }

  private Path.Choice choice(int outcomes, boolean needsLine, boolean mayThrow) {
    Path.Choice choice = path.next();
    if (choice == null) {
      int line = needsLine ? line() : 0;
      ImmutableList<String> failures = mayThrow ? code.thrown().get(line) : ImmutableList.of();
      choice = path.add(line, outcomes, failures);
    }
    String failure = choice.failure();
    if (failure == null) {
      return choice;
    }
    Throwable exception = Failures.named(failure);
    flying = exception;
    throw Failures.undeclared(exception);
  }

  void caught(Throwable exception) {
    if (exception instanceof End end) {
      throw end;
    }
    if (exception == flying) {
      flying = null;
    }
    call();
  }

  /** The line of the program that is being run. */
  private int line() {
    int line =
        STACK.walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().startsWith(PROGRAMS))
                    .findFirst()
                    .map(StackFrame::getLineNumber)
                    .orElseThrow());
    return line - code.linesBefore();
  }

  // Contexts

  /**
   * A context whose end is recorded.
   *
   * @param mayThrow whether it may be that none is created
   */
  CancellableContext create(boolean mayThrow) {
    if (over) {
      return foreign();
    }
    int line = choice(1, /* needsLine= */ true, mayThrow).line;
    CancellableContext context = new CancellableContext(line, activations.getFirst());
    born.add(context);
    return context;
  }

  /** A context that somebody else has to cancel. */
  CancellableContext foreign() {
    return new CancellableContext(0, activations.getFirst());
  }

  static void handOver(@Nullable Object owner) {
    if (owner instanceof CancellableContext context) {
      context.handOver();
    }
  }

  /** What the container holds in the end is handed over. */
  void keepContentsOf(Supplier<? extends List<?>> container) {
    containers.add(container);
  }
}
