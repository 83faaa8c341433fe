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
import org.openjdk.jcstress.infra.results.ZZL_Result;

// Red with this change of Links:
// -    synchronized (owner.lock()) {
// +    synchronized (new Object()) {
//        if (listener.previous == null) {

/**
 * Promise 26: two neighbours of the same list are stopped at once. Each is taken off under the lock
 * of the list, which guards the links of both and of those beside them: neither comes back, and no
 * other is lost.
 */
@JCStressTest
@State
@Outcome(id = "true, true, 1 0 0 1", expect = ACCEPTABLE, desc = "the others are run")
@Outcome(expect = FORBIDDEN, desc = "one came back, or another was lost")
public class StopAgainstStop {
  private final CancellableContext ctx = Context.background().withCancel();
  private final AtomicInteger[] ran = new AtomicInteger[4];
  private final Registration[] registrations = new Registration[4];

  public StopAgainstStop() {
    for (int i = 0; i < ran.length; i++) {
      ran[i] = new AtomicInteger();
      registrations[i] = ctx.afterFunc(Runnable::run, ran[i]::incrementAndGet);
    }
  }

  @Actor
  public void one(ZZL_Result result) {
    result.r1 = registrations[1].stop();
  }

  @Actor
  public void two(ZZL_Result result) {
    result.r2 = registrations[2].stop();
  }

  @Arbiter
  public void after(ZZL_Result result) {
    ctx.cancel();
    result.r3 = ran[0] + " " + ran[1] + " " + ran[2] + " " + ran[3];
  }
}
