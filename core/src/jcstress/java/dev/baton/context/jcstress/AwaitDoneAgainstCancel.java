package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZL_Result;

// Red with this change of Links:
//        push(owner, listener);
// -      return owner.attached ? Added.ATTACHED : Added.ALONE;
// +      return Added.ATTACHED;

/**
 * Promise 7: one waits for the end of a context, the other cancels its parent, to which nothing
 * links it yet. Who waits is put in the list, links the line, then reads the states again before it
 * parks; who cancels sets the state, then unparks whom it finds.
 */
@JCStressTest
@State
@Outcome(id = "true, woken", expect = ACCEPTABLE, desc = "woken")
@Outcome(expect = FORBIDDEN, desc = "parked for good")
public class AwaitDoneAgainstCancel {
  private final CancellableContext parent = Context.background().withCancel();
  private final Context ctx = parent.withCancel();

  @Actor
  public void await(ZL_Result result) {
    long start = System.nanoTime();
    try {
      result.r1 = ctx.awaitDone(Duration.ofSeconds(Spin.LOST));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    boolean woken = System.nanoTime() - start < TimeUnit.SECONDS.toNanos(Spin.LOST);
    result.r2 = woken ? "woken" : "lost";
  }

  @Actor
  public void cancel() {
    parent.cancel();
  }
}
