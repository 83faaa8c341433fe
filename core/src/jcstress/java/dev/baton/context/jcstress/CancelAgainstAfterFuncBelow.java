package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

// Red with this change of CancellableContext:
// -    if (!settle(end)) {
// +    boolean no = head == null; if (!settle(end) || no) { return state == end; } if (false) {

/**
 * Promise 24: one registers an action three steps below the context that the other cancels, and the
 * line between them is not linked yet. Here each step is linked, then the states of all ancestors
 * are read again; there the state is set, then the list is read. To read the list first is to miss
 * who comes in between.
 */
@JCStressTest
@State
@Outcome(id = "1", expect = ACCEPTABLE, desc = "run once")
@Outcome(id = "0", expect = FORBIDDEN, desc = "lost")
@Outcome(expect = FORBIDDEN, desc = "run twice")
public class CancelAgainstAfterFuncBelow {
  private final CancellableContext top = Context.background().withCancel();
  private final Context below = top.withCancel().withTimeout(Duration.ofHours(1)).withCancel();
  private final AtomicInteger ran = new AtomicInteger();

  @Actor
  public void cancel() {
    top.cancel();
  }

  @Actor
  public void register() {
    below.afterFunc(Runnable::run, ran::incrementAndGet);
  }

  @Arbiter
  public void after(I_Result result) {
    result.r1 = ran.get();
  }
}
