package dev.baton.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Completes the stage of a context. A context has at most one, at the front of its list. */
final class DoneListener extends Listener {
  /** For all that are done: nobody can change it, and it keeps no dependents. */
  private static final CompletionStage<Void> COMPLETE = CompletableFuture.completedStage(null);

  private final DoneStage stage;

  /**
   * Those who were given the stage, or will be unless they find the context done. Guarded by the
   * lock of the context.
   */
  private long askers;

  private DoneListener(CancellableContext context) {
    this.stage = new DoneStage(context);
  }

  static CompletionStage<Void> stage(@Nullable CancellableContext context) {
    if (context == null) {
      // Not one for all: what its holders hang on it would never be let go.
      return new CompletableFuture<Void>().minimalCompletionStage();
    }
    if (context.ended()) {
      return COMPLETE;
    }
    DoneListener listener;
    Links.Added added;
    synchronized (context.lock()) {
      if (context.settled()) {
        return COMPLETE;
      }
      if (context.head instanceof DoneListener present) {
        listener = present;
      } else {
        listener = new DoneListener(context);
        Links.push(context, listener);
      }
      listener.askers++;
      added = context.attached ? Links.Added.ATTACHED : Links.Added.ALONE;
    }
    // Also for one that was there: the thread that put it there may not be that far yet.
    if (confirm(context, listener, added)) {
      return listener.stage;
    }
    listener.giveUp(context);
    return COMPLETE;
  }

  /**
   * One of the askers has found the context done. The last takes the listener off. But if another
   * has been given the stage, who ends the context will come along, and has to find it: that one
   * completes it before it returns.
   */
  private void giveUp(CancellableContext context) {
    synchronized (context.lock()) {
      if (--askers > 0) {
        return;
      }
    }
    forget(context, this); // nobody has come to it since, as the context is done
  }

  @Override
  boolean runsUserCode() {
    return true;
  }

  @Override
  void contextDone() {
    stage.finish();
  }
}
