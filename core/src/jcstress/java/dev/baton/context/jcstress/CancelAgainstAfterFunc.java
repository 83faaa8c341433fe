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
import org.openjdk.jcstress.infra.results.I_Result;

// Red with this change of Listener:
//      CancellableContext top = Attachment.attach(context);
// -    if (context.ended()) {
// +    if (false) {

/**
 * Promises 24 and 25: one registers an action, the other cancels. Here the listener is put in the
 * list, then the state is read again; there the state is set, then the list is read. At least one
 * of the two sees the other, and who takes the listener off the list runs it: never lost, never run
 * twice.
 */
@JCStressTest
@State
@Outcome(id = "1", expect = ACCEPTABLE, desc = "run once")
@Outcome(id = "0", expect = FORBIDDEN, desc = "lost")
@Outcome(expect = FORBIDDEN, desc = "run twice")
public class CancelAgainstAfterFunc {
  private final CancellableContext ctx = Context.background().withCancel();
  private final AtomicInteger ran = new AtomicInteger();

  @Actor
  public void cancel() {
    ctx.cancel();
  }

  @Actor
  public void register() {
    ctx.afterFunc(Runnable::run, ran::incrementAndGet);
  }

  @Arbiter
  public void after(I_Result result) {
    result.r1 = ran.get();
  }
}
