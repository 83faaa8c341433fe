package dev.baton.context.lincheck;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A chain of three contexts, and places for two more that are derived while others look. */
final class Tree {
  static final int NODES = 5;

  private static final Key<String> KEY = Key.of("key");

  /** Ways to derive. */
  public enum Step {
    WITH_CANCEL(true),
    WITH_TIMEOUT(true),
    WITH_VALUE(false),
    WITHOUT_CANCEL(false);

    final boolean cancellable;

    Step(boolean cancellable) {
      this.cancellable = cancellable;
    }

    /** One of them, from 0 on: the parameter of an operation cannot be an enum. */
    static Step number(int number) {
      return List.of(values()).get(number);
    }
  }

  private static final class Named extends Exception {
    private static final long serialVersionUID = 1L;

    Named(String name) {
      super(name, null, false, false);
    }
  }

  private final AtomicReferenceArray<@Nullable Context> nodes = new AtomicReferenceArray<>(NODES);

  Tree() {
    CancellableContext top = Context.background().withCancel();
    CancellableContext middle = top.withCancel();
    nodes.set(0, top);
    nodes.set(1, middle);
    nodes.set(2, middle.withCancel());
  }

  /** How a cause is called; 0 is none. */
  static String name(int cause) {
    return cause == 0 ? "bare" : "cause " + cause;
  }

  @Nullable Context node(int at) {
    return nodes.get(at);
  }

  boolean cancel(int at, int cause) {
    return nodes.get(at) instanceof CancellableContext owner
        && owner.cancel(cause == 0 ? null : new Named(name(cause)));
  }

  String err(int at) {
    Context ctx = nodes.get(at);
    return ctx == null ? "nobody" : String.valueOf(ctx.err() == null ? "live" : ctx.err());
  }

  String cause(int at) {
    Context ctx = nodes.get(at);
    if (ctx == null) {
      return "nobody";
    }
    Throwable cause = ctx.cause();
    return cause == null ? "live" : cause instanceof Named ? cause.getMessage() : "bare";
  }

  String value(int at) {
    Context ctx = nodes.get(at);
    String value = ctx == null ? null : ctx.value(KEY);
    return value == null ? "none" : value;
  }

  boolean derive(int from, int to, Step step) {
    Context parent = nodes.get(from);
    return parent != null && nodes.compareAndSet(to, null, derive(parent, from, step));
  }

  private static Context derive(Context parent, int from, Step step) {
    return switch (step) {
      case WITH_CANCEL -> parent.withCancel();
      case WITH_TIMEOUT -> parent.withTimeout(Duration.ofDays(1));
      case WITH_VALUE -> parent.withValue(KEY, "from " + from);
      case WITHOUT_CANCEL -> parent.withoutCancel();
    };
  }
}
