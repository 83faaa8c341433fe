package dev.baton.context;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A stage that only the end of its context completes. */
final class DoneStage extends CompletableFuture<Void> {
  @SuppressWarnings("LostCancel") // tells of the end of its context, and does not bring it about
  private final CancellableContext context;

  DoneStage(CancellableContext context) {
    this.context = context;
  }

  void finish() {
    super.complete(null);
  }

  /** Whether the context is done; then this is complete or about to be, see below. */
  boolean isOver() {
    return context.ended();
  }

  /** Dependents are ordinary futures, their holder's own. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }

  /**
   * A copy, complete if the context is done: a canceller may have set the state and not have come
   * here yet, and then {@code err()} and this must not disagree.
   */
  @Override
  public CompletableFuture<Void> toCompletableFuture() {
    return isOver() ? CompletableFuture.completedFuture(null) : copy();
  }

  @Override
  public boolean complete(Void value) {
    throw notYours();
  }

  @Override
  public boolean completeExceptionally(Throwable exception) {
    throw notYours();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    throw notYours();
  }

  @Override
  public void obtrudeValue(Void value) {
    throw notYours();
  }

  @Override
  public void obtrudeException(Throwable exception) {
    throw notYours();
  }

  @Override
  public CompletableFuture<Void> completeAsync(Supplier<? extends Void> supplier) {
    throw notYours();
  }

  @Override
  public CompletableFuture<Void> completeAsync(
      Supplier<? extends Void> supplier, Executor executor) {
    throw notYours();
  }

  @Override
  public CompletableFuture<Void> orTimeout(long timeout, TimeUnit unit) {
    throw notYours();
  }

  @Override
  public CompletableFuture<Void> completeOnTimeout(Void value, long timeout, TimeUnit unit) {
    throw notYours();
  }

  private static UnsupportedOperationException notYours() {
    return new UnsupportedOperationException("only the end of its context completes this stage");
  }
}
