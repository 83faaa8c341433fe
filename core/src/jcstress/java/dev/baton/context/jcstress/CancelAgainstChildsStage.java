package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.CompletionStage;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

// Red with this change of Cascade:
// -    return at.endedBy() != cancelled && at.end().error() == ContextError.CANCELLED;
// +    return false;

/**
 * Promises 12 and 37: one cancels a context, the other its child, to whose stages others listen.
 * Each sets a state, then tells whom it finds. What the child's own cancel has ended the cascade
 * from above leaves to it: else that cancel finds nobody, and returns before the stages are
 * complete.
 */
@JCStressTest
@State
@Outcome(id = "false, true, true", expect = ACCEPTABLE, desc = "the parent was first")
@Outcome(id = "true, true, true", expect = ACCEPTABLE, desc = "complete when the cancel returned")
@Outcome(expect = FORBIDDEN, desc = "not complete when the cancel that ended it returned")
public class CancelAgainstChildsStage {
  private final CancellableContext parent = Context.background().withCancel();
  private final CancellableContext child = parent.withCancel();
  private final CompletionStage<Void> stage = child.done();
  private final CompletionStage<Void> below = child.withCancel().done();

  @Actor
  public void parent() {
    parent.cancel();
  }

  @Actor
  public void child(ZZZ_Result result) {
    result.r1 = child.cancel();
    result.r2 = !result.r1 || Stages.isComplete(stage);
    result.r3 = !result.r1 || Stages.isComplete(below);
  }
}
