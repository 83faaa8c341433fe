package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

// Red with this change of AfterFunc:
// -    return (Runnable) ACTION.getAndSet(this, null);
// +    Runnable claimed = action; action = null; return claimed;

/**
 * Promise 25: one stops a registration, the other cancels. Both claim the action, in one step, and
 * only who gets it goes on: stopped or run, not both and not neither.
 */
@JCStressTest
@State
@Outcome(id = "true, 0", expect = ACCEPTABLE, desc = "stopped")
@Outcome(id = "false, 1", expect = ACCEPTABLE, desc = "run")
@Outcome(expect = FORBIDDEN, desc = "both or neither")
public class CancelAgainstStop {
  private final CancellableContext ctx = Context.background().withCancel();
  private final AtomicInteger ran = new AtomicInteger();
  private final Registration registration = ctx.afterFunc(Runnable::run, ran::incrementAndGet);

  @Actor
  public void cancel() {
    ctx.cancel();
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
