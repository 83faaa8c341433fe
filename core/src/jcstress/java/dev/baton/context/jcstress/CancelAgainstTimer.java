package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZLI_Result;

// Red with this change of CancellableContext:
// -    return STATE.compareAndSet(this, null, end) || settleWatched(end);
// +    STATE.setVolatile(this, end); return true;

/**
 * Promise 21: the owner cancels a context while the timer ends it at its deadline, or another does
 * so who looks at the clock before the alarm rings. Each sets the state if it is not set, in one
 * step: with the owner's cause if the cancel returned true, else with the deadline's. The listener
 * is told once, by whoever ended the context.
 */
@JCStressTest
@State
@Outcome(id = "true, why, 1", expect = ACCEPTABLE, desc = "cancelled in time")
@Outcome(id = "false, slow, 1", expect = ACCEPTABLE, desc = "the deadline was first")
@Outcome(expect = FORBIDDEN, desc = "two stories, or a listener lost or told twice")
public class CancelAgainstTimer {
  private static final int NANOS = 20_000;

  private final AtomicReference<CancellableContext> ctx = new AtomicReference<>();
  private final AtomicInteger ran = new AtomicInteger();
  private long start;
  private volatile boolean over;

  @Actor
  public void derive() {
    start = System.nanoTime();
    CancellableContext timed =
        Context.background().withTimeout(Duration.ofNanos(NANOS), new Cause("slow"));
    timed.withCancel().afterFunc(Runnable::run, ran::incrementAndGet);
    ctx.set(timed);
    // Asks the clock at once, which the timer's thread reads late. And waits: else this is many
    // contexts ahead, whose deadlines pass meanwhile.
    Spin.until(() -> !timed.withCancel().cancel() || over);
  }

  @Actor
  public void cancel(ZLI_Result result) {
    CancellableContext timed = Spin.published(ctx);
    long wait = NANOS - 5_000L + ThreadLocalRandom.current().nextInt(10_000);
    Spin.until(() -> System.nanoTime() - start >= wait);
    result.r1 = timed.cancel(new Cause("why"));
    over = true;
  }

  @Arbiter
  public void after(ZLI_Result result) {
    Spin.until(() -> ran.get() > 0);
    result.r2 = Cause.of(ctx.get());
    result.r3 = ran.get();
  }
}
