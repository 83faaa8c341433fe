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
import org.openjdk.jcstress.infra.results.LLLL_Result;

// Red with this change of Attachment:
// -          && Links.enter(joined.other, joined, joined.otherLink)) {
// +          && joined.head == null) {

/**
 * Promise 34: a context has two ancestors, and each is cancelled by another thread. It ends with
 * one of them, as who sets its state first decides, and so does what is derived from it. The
 * cascade of that one tells who listens, once, and before its cancel returns; the other goes past.
 */
@JCStressTest
@State
@Outcome(id = "one, one, 1, true", expect = ACCEPTABLE, desc = "the first ancestor ended it")
@Outcome(id = "two, two, 1, true", expect = ACCEPTABLE, desc = "the second ancestor ended it")
@Outcome(expect = FORBIDDEN, desc = "two stories, or a listener lost, told twice or told late")
public class CancelAgainstCancelOfOther {
  private final CancellableContext one = Context.background().withCancel();
  private final CancellableContext two = Context.background().withCancel();
  private final Context joined = one.withCancelOn(two);
  private final Context below = joined.withCancel();
  private final CompletionStage<Void> stage = below.done();
  private final AtomicInteger ran = new AtomicInteger();
  private volatile boolean late;

  public CancelAgainstCancelOfOther() {
    below.afterFunc(Runnable::run, ran::incrementAndGet);
  }

  private void cancel(CancellableContext ancestor, Cause why) {
    ancestor.cancel(why);
    if (joined.cause() == why && !Stages.isComplete(stage)) {
      late = true;
    }
  }

  @Actor
  public void one() {
    cancel(one, new Cause("one"));
  }

  @Actor
  public void two() {
    cancel(two, new Cause("two"));
  }

  @Arbiter
  public void after(LLLL_Result result) {
    result.r1 = Cause.of(joined);
    result.r2 = Cause.of(below);
    result.r3 = ran.get();
    result.r4 = !late;
  }
}
