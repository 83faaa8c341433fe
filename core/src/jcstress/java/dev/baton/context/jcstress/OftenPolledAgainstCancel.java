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
import org.openjdk.jcstress.infra.results.ZZ_Result;

// Red with this change of CancellableContext:
// -    while (live instanceof Epoch && live != Epoch.ENDING) {
// +    if (live instanceof Epoch) { Epoch.begin(); return STATE.compareAndSet(this, live, end); }
// +    while (live instanceof Epoch && live != Epoch.ENDING) {

/**
 * Promises 6 and 12: one asks a context far below again and again, so that it watches the line of
 * ancestors and notes the epoch; the other cancels the uppermost. Here the epoch is read, then each
 * ancestor is watched, if it is not about to end; there the context is about to end, then a new
 * epoch begins, then it has ended. Were it not about to end first, one could watch it after the new
 * epoch began, and say for ever that what is below is live.
 */
@JCStressTest
@State
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "done once the cancel returned")
@Outcome(expect = FORBIDDEN, desc = "says live after the cancel, or done above what is live")
public class OftenPolledAgainstCancel {
  /** So many polls of a context ask all ancestors each time. */
  private static final int BEFORE_IT_WATCHES = 7;

  private static final int POLLS = 20;

  private final CancellableContext top = Context.background().withCancel();
  private final Context upper = top.withCancel();
  private final Context below = upper.withCancel().withCancel();

  public OftenPolledAgainstCancel() {
    for (int i = 0; i < BEFORE_IT_WATCHES; i++) {
      below.isDone();
    }
  }

  @Actor
  public void cancel() {
    top.cancel();
  }

  @Actor
  public void poll(ZZ_Result result) {
    boolean agreed = true;
    for (int i = 0; i < POLLS; i++) {
      boolean above = upper.isDone();
      agreed &= below.isDone() || !above;
    }
    result.r1 = agreed;
  }

  @Arbiter
  public void after(ZZ_Result result) {
    result.r2 = below.isDone();
  }
}
