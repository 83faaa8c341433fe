package dev.baton.context;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Hands the outcome of a stage on, until it is cut; then it is empty. */
final class Relay<T> implements BiConsumer<T, Throwable> {
  private volatile @Nullable CompletableFuture<T> target;

  Relay(CompletableFuture<T> target) {
    this.target = target;
  }

  void cut() {
    target = null;
  }

  @Override
  public void accept(@Nullable T value, @Nullable Throwable failure) {
    CompletableFuture<T> to = target;
    if (to == null) {
      return;
    }
    if (failure == null) {
      to.complete(value);
    } else {
      to.completeExceptionally(failure);
    }
  }
}
