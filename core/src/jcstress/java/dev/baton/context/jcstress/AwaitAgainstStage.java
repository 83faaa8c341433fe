package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

// Red with this change of StageWait:
// -    if (isComplete(future)) {
// +    if (context == null || !context.ended()) {
//        return result(future);

/**
 * Promise 36: one waits for a stage with a context, the other completes the stage, then cancels.
 * Who waits may be woken by either or find both; it looks at the stage after the context, so the
 * result counts.
 */
@JCStressTest
@State
@Outcome(id = "result", expect = ACCEPTABLE, desc = "the stage was complete first")
@Outcome(expect = FORBIDDEN, desc = "the result is lost")
public class AwaitAgainstStage {
  private final CancellableContext ctx = Context.background().withCancel();
  private final CompletableFuture<String> stage = new CompletableFuture<>();

  @Actor
  public void await(L_Result result) {
    try {
      result.r1 = ctx.await(stage);
    } catch (ContextException e) {
      result.r1 = e.error();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Actor
  public void completeThenCancel() {
    stage.complete("result");
    ctx.cancel();
  }
}
