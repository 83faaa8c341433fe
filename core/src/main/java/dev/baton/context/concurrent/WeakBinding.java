package dev.baton.context.concurrent;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a future that does not tell when it is complete.
 *
 * <p>A context that lives long would hold every such future, and its result, to its own end. So it
 * is held weakly. What is left in the context of futures that are gone is taken out when the next
 * one is bound.
 */
final class WeakBinding extends WeakReference<Future<?>> implements Runnable {
  private static final ReferenceQueue<Future<?>> GONE = new ReferenceQueue<>();

  /** Set once, before the future can be gone. */
  private volatile @Nullable Registration registration;

  private WeakBinding(Future<?> future) {
    super(future, GONE);
  }

  static void bind(Context ctx, Future<?> future) {
    WeakBinding binding = new WeakBinding(future);
    binding.registration = ctx.afterFunc(Runnable::run, binding);
    takeOutGone();
  }

  private static void takeOutGone() {
    for (Object gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      Registration left = ((WeakBinding) gone).registration;
      if (left != null) {
        left.stop();
      }
    }
  }

  /** The context is done. */
  @Override
  public void run() {
    Future<?> future = get();
    if (future != null) {
      future.cancel(true);
    }
  }
}
