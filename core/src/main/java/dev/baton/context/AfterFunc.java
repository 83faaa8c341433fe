package dev.baton.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A registered action, and the task that an executor is handed. */
final class AfterFunc extends Listener implements Registration, Runnable {
  private static final VarHandle ACTION;

  static {
    try {
      ACTION = MethodHandles.lookup().findVarHandle(AfterFunc.class, "action", Runnable.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Null on a context that has no end. */
  private final @Nullable CancellableContext context;

  /** Null: a thread of its own. */
  private final @Nullable Executor executor;

  /**
   * Whoever sets it to null, by compare-and-set, decides: {@code run} to run it, {@code stop} to
   * keep it from running, a rejection to drop it.
   */
  private volatile @Nullable Runnable action;

  private AfterFunc(
      @Nullable CancellableContext context, @Nullable Executor executor, Runnable action) {
    this.context = context;
    this.executor = executor;
    this.action = action;
  }

  static Registration register(
      @Nullable CancellableContext context, @Nullable Executor executor, Runnable action) {
    AfterFunc registered = new AfterFunc(context, executor, action);
    if (context != null && !listen(context, registered)) {
      registered.tell();
    }
    return registered;
  }

  @Override
  boolean runsUserCode() {
    return executor != null;
  }

  @Override
  void contextDone() {
    if (action == null) {
      return; // stopped while the cascade had it
    }
    try {
      if (executor == null) {
        Callbacks.execute(this);
      } else {
        executor.execute(this);
      }
    } catch (Throwable e) {
      claim();
      throw e;
    }
  }

  @Override
  public void run() {
    Runnable claimed = claim();
    if (claimed == null) {
      return;
    }
    try {
      claimed.run();
    } catch (Throwable e) {
      Uncaught.report(e);
    }
  }

  @Override
  public boolean stop() {
    if (claim() == null) {
      return false;
    }
    if (context != null) {
      forget(context, this);
    }
    return true;
  }

  private @Nullable Runnable claim() {
    return (Runnable) ACTION.getAndSet(this, null);
  }

  /** Only its state: the action is the user's, and may print anything. */
  @Override
  public String toString() {
    return "Registration[" + (action == null ? "over" : "waiting") + "]";
  }
}
