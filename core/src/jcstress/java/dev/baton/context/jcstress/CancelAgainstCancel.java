package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZL_Result;

// Red with this change of CancellableContext:
// -    return STATE.compareAndSet(this, null, end) || settleWatched(end);
// +    return state == null && STATE.getAndSet(this, end) != this;

/**
 * Promises 10 and 11: two cancel the same context. Each sets the state if it is not set, in one
 * step; so one call returns true, and its cause stays.
 */
@JCStressTest
@State
@Outcome(id = "true, false, one", expect = ACCEPTABLE, desc = "the first won")
@Outcome(id = "false, true, two", expect = ACCEPTABLE, desc = "the second won")
@Outcome(expect = FORBIDDEN, desc = "not one winner, or not its cause")
public class CancelAgainstCancel {
  private final CancellableContext ctx = Context.background().withCancel();

  @Actor
  public void one(ZZL_Result result) {
    result.r1 = ctx.cancel(new Cause("one"));
  }

  @Actor
  public void two(ZZL_Result result) {
    result.r2 = ctx.cancel(new Cause("two"));
  }

  @Arbiter
  public void after(ZZL_Result result) {
    result.r3 = Cause.of(ctx);
  }
}
