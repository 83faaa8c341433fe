package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

// Red with this change of CancellableContext:
// -    if (!settle(end)) {
// +    if (!settle(end) && end == null) {

/**
 * Promise 17: one cancels a context, the other its child. A child that sets its own state first
 * keeps its own cause; one that is late finds the ancestor's there, returns false and changes
 * nothing. What is derived from the child tells the same story as the child, and its listener is
 * told once.
 */
@JCStressTest
@State
@Outcome(id = "true, child, child, 1", expect = ACCEPTABLE, desc = "the child was first")
@Outcome(id = "false, parent, parent, 1", expect = ACCEPTABLE, desc = "the parent was first")
@Outcome(expect = FORBIDDEN, desc = "two stories, or a listener lost or told twice")
public class CancelAgainstChildsCancel {
  private final CancellableContext parent = Context.background().withCancel();
  private final CancellableContext child = parent.withCancel();
  private final Context below = child.withCancel();
  private final AtomicInteger ran = new AtomicInteger();

  public CancelAgainstChildsCancel() {
    below.afterFunc(Runnable::run, ran::incrementAndGet);
  }

  @Actor
  public void parent() {
    parent.cancel(new Cause("parent"));
  }

  @Actor
  public void child(LLLL_Result result) {
    result.r1 = child.cancel(new Cause("child"));
  }

  @Arbiter
  public void after(LLLL_Result result) {
    result.r2 = Cause.of(child);
    result.r3 = Cause.of(below);
    result.r4 = ran.get();
  }
}
