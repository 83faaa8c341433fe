package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

// Red with this change of CancellableContext:
// -    STATE.compareAndSet(this, end, end.withBareCause());
// +    STATE.setVolatile(this, end.withBareCause());

/**
 * Promise 16: a context was cancelled without a cause, and two ask for it, one of them below. Each
 * makes one and sets it if there is none, in one step, then reads what is there: the same object
 * for both, for good.
 */
@JCStressTest
@State
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "one object")
@Outcome(expect = FORBIDDEN, desc = "two")
public class CauseAgainstCause {
  private final CancellableContext ctx = Context.background().withCancel();
  private final Context child = ctx.withCancel();
  private @Nullable Throwable one;
  private @Nullable Throwable two;

  public CauseAgainstCause() {
    ctx.cancel();
  }

  @Actor
  public void one() {
    one = ctx.cause();
  }

  @Actor
  public void two() {
    two = child.cause();
  }

  @Arbiter
  public void after(ZZ_Result result) {
    result.r1 = one == two;
    result.r2 = one == child.cause();
  }
}
