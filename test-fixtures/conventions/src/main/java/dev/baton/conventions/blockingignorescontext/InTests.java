package dev.baton.conventions.blockingignorescontext;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A test waits for what it tests. */
class InTests {

  @Test
  void listenerRuns() throws InterruptedException {
    CountDownLatch called = new CountDownLatch(1);
    try (CancellableContext ctx = Context.background().withCancel()) {
      ctx.afterFunc(called::countDown);
      ctx.cancel();
      called.await();
      Thread.sleep(1);
      assertTrue(ctx.isDone());
    }
  }
}
