package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;

// Red with this change of Ancestry:
// -    for (int i = live.size() - 1; i >= 0; i--) {
// +    for (int i = 0; i < live.size(); i++) {

/**
 * Promises 12 and 28: one derives a context, the other cancels the parent. Nothing is linked: the
 * child asks its ancestors, from the top down, each time it is asked. There the state is set before
 * the cancel returns, so whatever was derived by then is done, with the parent's cause.
 */
@JCStressTest
@State
@Outcome(id = "true, why", expect = ACCEPTABLE, desc = "done when the cancel returns")
@Outcome(expect = FORBIDDEN, desc = "live, or with another cause")
public class CancelAgainstDerive {
  private final CancellableContext parent = Context.background().withCancel();
  private final AtomicReference<Context> derived = new AtomicReference<>();

  @Actor
  public void cancel(ZL_Result result) {
    parent.cancel(new Cause("why"));
    Context child = derived.get();
    result.r1 = child == null || child.isDone();
  }

  @Actor
  public void derive() {
    derived.set(parent.withCancel().withTimeout(Duration.ofHours(1)));
  }

  @Arbiter
  public void after(ZL_Result result) {
    result.r2 = Cause.of(derived.get());
  }
}
