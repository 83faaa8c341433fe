package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

// Red with this change of CancellableContext:
// -    if (!settle(end)) {
// +    boolean won = settle(Cancellation.PLAIN); STATE.setVolatile(this, end); if (!won) {

/**
 * Promise 18: one cancels, the other reads err, then cause. Both are in one object that the state
 * points to, so whoever sees the one sees the other.
 */
@JCStressTest
@State
@Outcome(id = "null, live", expect = ACCEPTABLE, desc = "not yet")
@Outcome(id = "null, why", expect = ACCEPTABLE, desc = "between the two questions")
@Outcome(id = "context cancelled, why", expect = ACCEPTABLE, desc = "both")
@Outcome(expect = FORBIDDEN, desc = "err without its cause")
public class ErrAgainstCancel {
  private final CancellableContext ctx = Context.background().withCancel();
  private final Context child = ctx.withCancel();

  @Actor
  public void cancel() {
    ctx.cancel(new Cause("why"));
  }

  @Actor
  public void read(LL_Result result) {
    result.r1 = child.err();
    result.r2 = Cause.of(child);
  }
}
