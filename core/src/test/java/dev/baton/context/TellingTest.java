package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Who tells the listeners of a context where more than one thread comes to it: the cancel that
 * ended it, before it returns. Each thread is stopped where it matters, by holding the lock of the
 * context that it goes to next.
 */
final class TellingTest {
  /**
   * A listener stops and is about to unlink the context, which nobody listens to; then somebody
   * does, and a poll sets the state. The context must stay linked, or the cascade misses it.
   */
  @Test
  void promise24_whoStopsDoesNotUnlinkAContextThatAPollHasEnded() {
    CancellableContext top;
    CancellableContext parent;
    CancellableContext child;
    do {
      top = Context.background().withCancel();
      parent = top.withCancel();
      child = parent.withCancel();
    } while (!differ(top.lock(), parent.lock(), child.lock()));
    AtomicInteger ran = new AtomicInteger();
    parent.afterFunc(Runnable::run, () -> {});
    Registration first = child.afterFunc(Runnable::run, () -> {});
    Thread stopper = new Thread(first::close);
    Thread canceller = new Thread(top::close);

    synchronized (top.lock()) {
      synchronized (parent.lock()) {
        stopper.start();
        Threads.untilEndedOrBlocked(stopper);
        child.afterFunc(Runnable::run, ran::incrementAndGet);
        canceller.start();
        Threads.untilEndedOrBlocked(canceller);
        assertThat(child.isDone()).isTrue();
      }
      Threads.until(() -> !stopper.isAlive());
    }
    Threads.until(() -> !canceller.isAlive());

    assertThat(ran.get()).isEqualTo(1);
  }

  private static boolean differ(Object... locks) {
    Set<Object> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
    Collections.addAll(distinct, locks);
    return distinct.size() == locks.length;
  }
}
