package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

// Red with this change of DoneListener:
// -    if (confirm(context, listener, added)) {
// +    if (confirm(context, listener, added) || true) {

/**
 * Promise 37: one asks for the stage, the other cancels an ancestor. Here the listener that
 * completes the stage is put in the list and linked, then the state is read again; there the state
 * is set, then the list is read. Who finds the end in that last look gives a stage that is
 * complete.
 */
@JCStressTest
@State
@Outcome(id = "1, true", expect = ACCEPTABLE, desc = "complete, its dependent run")
@Outcome(expect = FORBIDDEN, desc = "a stage that nobody completes")
public class CancelAgainstDone {
  private final CancellableContext top = Context.background().withCancel();
  private final Context ctx = top.withCancel();
  private final AtomicInteger ran = new AtomicInteger();
  private @Nullable CompletionStage<Void> stage;

  @Actor
  public void cancel() {
    top.cancel();
  }

  @Actor
  public void ask() {
    CompletionStage<Void> asked = ctx.done();
    asked.thenRun(ran::incrementAndGet);
    stage = asked;
  }

  @Arbiter
  public void after(IZ_Result result) {
    result.r1 = ran.get();
    result.r2 = Stages.isComplete(stage);
  }
}
