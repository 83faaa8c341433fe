package dev.baton.context.lincheck;

import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Actions that are registered, each on one context at most, and how often each was run or stopped.
 *
 * <p>A cancel sets the state, then runs the actions one by one. In between others may see that the
 * context is done and an action still to come, as is promised; so the counts are looked at when all
 * is quiet.
 */
final class Listeners {
  static final int COUNT = 2;

  private final AtomicReferenceArray<@Nullable Context> contexts =
      new AtomicReferenceArray<>(COUNT);
  private final AtomicReferenceArray<@Nullable Registration> registrations =
      new AtomicReferenceArray<>(COUNT);
  private final AtomicIntegerArray runs = new AtomicIntegerArray(COUNT);
  private final AtomicIntegerArray dependents = new AtomicIntegerArray(COUNT);
  private final AtomicIntegerArray stops = new AtomicIntegerArray(COUNT);
  private final AtomicIntegerArray tooEarly = new AtomicIntegerArray(COUNT);

  /** Registers an action, and one more as a dependent of the stage. */
  void listen(@Nullable Context ctx, int listener) {
    if (ctx == null || !contexts.compareAndSet(listener, null, ctx)) {
      return;
    }
    registrations.set(
        listener,
        ctx.afterFunc(
            Runnable::run,
            () -> {
              runs.incrementAndGet(listener);
              if (!ctx.isDone()) {
                tooEarly.incrementAndGet(listener);
              }
            }));
    ctx.done().thenRun(() -> dependents.incrementAndGet(listener));
  }

  void stop(int listener) {
    Registration registration = registrations.get(listener);
    if (registration != null && registration.stop()) {
      stops.incrementAndGet(listener);
    }
  }

  /** When nobody is at it: run or stopped if the context is done, else not run. */
  void validate() {
    for (int i = 0; i < COUNT; i++) {
      Context ctx = contexts.get(i);
      if (ctx == null) {
        continue;
      }
      int done = ctx.isDone() ? 1 : 0;
      int over = runs.get(i) + stops.get(i);
      boolean right =
          (done == 1 ? over == 1 : runs.get(i) == 0 && over <= 1)
              && dependents.get(i) == done
              && tooEarly.get(i) == 0;
      if (!right) {
        throw new IllegalStateException(
            "done %d, runs %d, stops %d, dependents %d, too early %d"
                .formatted(done, runs.get(i), stops.get(i), dependents.get(i), tooEarly.get(i)));
      }
    }
  }
}
