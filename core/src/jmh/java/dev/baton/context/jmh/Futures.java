package dev.baton.context.jmh;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** A tree of futures: who is below is cancelled when who is above is. */
@SuppressWarnings("FutureReturnValueIgnored") // of dependents: nobody waits for those
final class Futures {
  /** Made beforehand: {@code cancel} would make one, with a stack trace, each time. */
  @SuppressWarnings("StaticAssignmentOfThrowable")
  private static final CancellationException CANCELLED = new CancellationException();

  private Futures() {}

  static void cancel(CompletableFuture<Void> future) {
    future.completeExceptionally(CANCELLED);
  }

  static CompletableFuture<Void> below(CompletableFuture<Void> parent) {
    CompletableFuture<Void> child = new CompletableFuture<>();
    parent.whenComplete((value, failure) -> child.completeExceptionally(failure));
    return child;
  }

  static void tell(CompletableFuture<Void> future, BiConsumer<Void, Throwable> listener) {
    future.whenComplete(listener);
  }
}
