package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

// Red with this change of Cascade:
// -          Ancestry.settle(at);
// +          boolean polled = at.settled(); Ancestry.settle(at); at = polled ? start : at;

/**
 * Promise 7: one cancels a context, the other asks one below whether it is done, which may set the
 * states between them before the cascade comes there. A poll tells nobody; so the cascade goes on
 * through what it finds done by its own cancel, and the listener is told. And once a poll has said
 * done, so does every other way to ask.
 */
@JCStressTest
@State
@Outcome(id = "live, 1", expect = ACCEPTABLE, desc = "asked before the end")
@Outcome(id = "done, 1", expect = ACCEPTABLE, desc = "asked after the end, and all agree")
@Outcome(expect = FORBIDDEN, desc = "a listener is lost, or one says live after another said done")
public class PollAgainstCancel {
  private final CancellableContext top = Context.background().withCancel();
  private final Context below = top.withCancel().withCancel();
  private final CompletionStage<Void> stage = below.done();
  private final AtomicInteger ran = new AtomicInteger();

  public PollAgainstCancel() {
    below.afterFunc(Runnable::run, ran::incrementAndGet);
  }

  @Actor
  public void cancel() {
    top.cancel();
  }

  @Actor
  public void poll(LI_Result result) {
    if (!below.isDone()) {
      result.r1 = "live";
      return;
    }
    AtomicInteger atOnce = new AtomicInteger();
    below.afterFunc(Runnable::run, atOnce::incrementAndGet);
    boolean agreed =
        below.err() != null
            && awaitSaysDone()
            && stage.toCompletableFuture().isDone()
            && Stages.isComplete(below.done())
            && atOnce.get() == 1;
    result.r1 = agreed ? "done" : "not agreed";
  }

  private boolean awaitSaysDone() {
    try {
      return below.awaitDone(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Arbiter
  public void after(LI_Result result) {
    result.r2 = ran.get();
  }
}
