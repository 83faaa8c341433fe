package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

// Red with this change of DoneListener:
// -      if (--askers > 0) {
// +      if (--askers > 0 && stage == null) {

/**
 * Promise 37: two ask for the stage, which they share, then each cancels. One of them may have put
 * it in the list and find the context done, the other rely on it: it stays in the list for as long
 * as one does, and the cancel that finds it there completes it before it returns.
 */
@JCStressTest
@State
@Outcome(id = "true, true, 2", expect = ACCEPTABLE, desc = "complete when the cancel returned")
@Outcome(expect = FORBIDDEN, desc = "not complete when the cancel returned, or never")
public class DoneAgainstDone {
  private final CancellableContext ctx = Context.background().withCancel();
  private final AtomicInteger ran = new AtomicInteger();

  private boolean askAndCancel() {
    CompletionStage<Void> stage = ctx.done();
    stage.thenRun(ran::incrementAndGet);
    return !ctx.cancel() || Stages.isComplete(stage);
  }

  @Actor
  public void one(ZZI_Result result) {
    result.r1 = askAndCancel();
  }

  @Actor
  public void two(ZZI_Result result) {
    result.r2 = askAndCancel();
  }

  @Arbiter
  public void after(ZZI_Result result) {
    result.r3 = ran.get();
  }
}
