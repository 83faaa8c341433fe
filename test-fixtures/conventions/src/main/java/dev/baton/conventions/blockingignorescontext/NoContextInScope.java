package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/** Code that has none, and cannot do better. */
final class NoContextInScope {

  private static final Key<String> USER = Key.of("user");

  private final BlockingQueue<String> queue;

  NoContextInScope(BlockingQueue<String> queue) {
    this.queue = queue;
  }

  String next() throws InterruptedException {
    return queue.take();
  }

  void pause(Context unusedCtx, CountDownLatch open) throws InterruptedException {
    Thread.sleep(10);
    open.await();
  }

  static String user(Context ctx) {
    return String.valueOf(ctx.value(USER));
  }
}
