package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import dev.baton.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

// Red with this change of Links:
// -      if (previous(link) == null || derived.head != null) {
// +      if (previous(link) == null) {

/**
 * Promise 24: the last listener of a context stops, and the line up to the top is unlinked, while
 * another starts to listen and links it. Each step is decided under the lock of the upper context,
 * by whether somebody listens to the lower one now; whoever is last leaves it as it has to be.
 */
@JCStressTest
@State
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "all who listen are told")
@Outcome(expect = FORBIDDEN, desc = "one is lost, as its line was unlinked")
public class AfterFuncAgainstStop {
  private final CancellableContext top = Context.background().withCancel();
  private final Context middle = top.withCancel();
  private final Context ctx = middle.withCancel();
  private final Context sibling = middle.withCancel();
  private final AtomicInteger ran = new AtomicInteger();
  private final AtomicInteger siblingRan = new AtomicInteger();
  private final Registration first = ctx.afterFunc(Runnable::run, () -> {});

  @Actor
  public void stop() {
    first.stop();
  }

  @Actor
  public void register() {
    ctx.afterFunc(Runnable::run, ran::incrementAndGet);
    sibling.afterFunc(Runnable::run, siblingRan::incrementAndGet);
  }

  @Arbiter
  public void after(II_Result result) {
    top.cancel();
    result.r1 = ran.get();
    result.r2 = siblingRan.get();
  }
}
