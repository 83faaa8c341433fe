package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

// Red with this change of Listener:
// -    return confirm(context, listener, added) || !forget(context, listener);
// +    return confirm(context, listener, added) || true;

/**
 * Promise 36: one waits for a stage that nobody completes, the other cancels the context. Who waits
 * listens, then reads the state again; who cancels sets it, then tells who listens. No wake-up is
 * lost, and nothing stays on the future. Who takes it off may be the one that cancels, a moment
 * after the other was woken; so that is looked at when both have returned.
 */
@JCStressTest
@State
@Outcome(id = "context cancelled, 0", expect = ACCEPTABLE, desc = "woken")
@Outcome(expect = FORBIDDEN, desc = "not woken, or a dependent is left")
public class AwaitAgainstCancel {
  private final CancellableContext top = Context.background().withCancel();
  private final Context ctx = top.withCancel();
  private final CompletableFuture<String> stage = new CompletableFuture<>();
  private int own;

  @Actor
  public void await(LI_Result result) {
    stage.completeOnTimeout("lost", Spin.LOST, TimeUnit.SECONDS);
    own = stage.getNumberOfDependents();
    try {
      result.r1 = ctx.await(stage);
    } catch (ContextException e) {
      result.r1 = e.error();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }

  @Actor
  public void cancel() {
    top.cancel();
  }

  @Arbiter
  public void after(LI_Result result) {
    result.r2 = stage.getNumberOfDependents() - own;
    stage.complete("over");
  }
}
