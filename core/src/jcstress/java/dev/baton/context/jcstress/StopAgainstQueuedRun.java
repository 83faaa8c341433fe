package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

// Red with this change of AfterFunc:
// -    Runnable claimed = claim();
// +    Runnable claimed = action;

/**
 * Promise 25: the context is done and an executor has queued the action; its thread runs the task
 * while another stops the registration. The task claims the action when it runs, not when it is
 * handed over, so it is still one of the two.
 */
@JCStressTest
@State
@Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "stopped in the queue")
@Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "run")
@Outcome(expect = FORBIDDEN, desc = "both or neither")
public class StopAgainstQueuedRun {
  private final AtomicReference<Runnable> queue = new AtomicReference<>();
  private final AtomicInteger ran = new AtomicInteger();
  private final Registration registration;

  public StopAgainstQueuedRun() {
    CancellableContext ctx = Context.background().withCancel();
    registration = ctx.afterFunc(queue::set, ran::incrementAndGet);
    ctx.cancel();
  }

  @Actor
  public void run() {
    queue.get().run();
  }

  @Actor
  public void stop(ZI_Result result) {
    result.r1 = registration.stop();
  }

  @Arbiter
  public void after(ZI_Result result) {
    result.r2 = ran.get();
  }
}
