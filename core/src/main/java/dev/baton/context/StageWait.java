package dev.baton.context;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a stage or for the end of a context.
 *
 * <p>A dependent of a CompletableFuture cannot be taken back, except one that {@code anyOf} made:
 * when another of its sources completes it removes itself from the first. So the wait is on {@code
 * anyOf} the stage and a future of its own, which is completed whatever ends the wait. A stage of
 * another make gets a {@link Relay} that is cut.
 */
final class StageWait extends Listener {
  /** Complete, and with what no stage can have. */
  private static final CompletableFuture<Object> PASSED =
      CompletableFuture.completedFuture(new Object());

  private final CompletableFuture<Void> over = new CompletableFuture<>();

  private StageWait() {}

  static <T> T await(@Nullable CancellableContext context, CompletionStage<T> stage)
      throws InterruptedException, ExecutionException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (stage instanceof CompletableFuture<T> future) {
      return awaitFuture(context, future);
    }
    CompletableFuture<T> copy = new CompletableFuture<>();
    Relay<T> relay = new Relay<>(copy);
    stage.whenComplete(relay);
    try {
      return awaitFuture(context, copy);
    } finally {
      relay.cut();
    }
  }

  private static <T> T awaitFuture(
      @Nullable CancellableContext context, CompletableFuture<T> future)
      throws InterruptedException, ExecutionException {
    if (!isComplete(future)) {
      StageWait wait = new StageWait();
      if (context == null || listen(context, wait)) {
        try {
          wait.untilEither(future);
        } finally {
          if (context != null) {
            forget(context, wait);
          }
        }
      }
    }
    if (isComplete(future)) {
      return result(future);
    }
    throw context.end().toException();
  }

  private void untilEither(CompletableFuture<?> future) throws InterruptedException {
    try {
      CompletableFuture.anyOf(future, over).get();
    } catch (ExecutionException | CancellationException e) {
      // The stage failed; how, is read from itself.
    } finally {
      over.complete(null); // takes the dependent off the stage
    }
  }

  /**
   * Whether the future is complete. Those that the JDK makes minimal refuse to say so themselves;
   * {@code anyOf} takes the first that is complete and leaves nothing behind if there is one.
   *
   * <p>A {@link DoneStage} counts as complete when its context is done: a canceller may have set
   * the state and not have come to the stage yet, and it may be a callback of that very canceller
   * that waits here.
   */
  private static boolean isComplete(CompletableFuture<?> future) {
    if (future instanceof DoneStage done) {
      return done.isOver();
    }
    CompletableFuture<Object> first = CompletableFuture.anyOf(future, PASSED);
    return first.isCompletedExceptionally() || first.join() != PASSED.join();
  }

  /** As {@code Future.get} of a future that is complete. */
  private static <T> T result(CompletableFuture<T> future) throws ExecutionException {
    if (future instanceof DoneStage) {
      return null; // all it is ever completed with; it may not have been yet
    }
    // As it is complete the function runs here and now, and nothing is left on it.
    return future.handle(Outcome::new).toCompletableFuture().join().get();
  }

  @Override
  boolean runsUserCode() {
    return false;
  }

  @Override
  void contextDone() {
    over.complete(null);
  }
}
