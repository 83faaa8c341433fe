package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

// Red with this change of Ancestry:
//      if (context instanceof TimedContext timed && timed.settled()) {
// -      timed.unsetIdleAlarm();
// +      timed.unsetAlarm();

/**
 * Promises 7 and 24: one polls across the deadline, the timer's alarm rings. The poll may set the
 * state first, but it tells nobody and leaves the alarm to those who listen; the alarm cascades
 * whatever the state is.
 */
@JCStressTest
@State
@Outcome(id = "slow, 1", expect = ACCEPTABLE, desc = "told by the alarm")
@Outcome(expect = FORBIDDEN, desc = "the listener is lost, or told twice")
public class PollAgainstTimer {
  private static final int NANOS = 10_000;

  private final AtomicReference<Context> below = new AtomicReference<>();
  private final AtomicInteger ran = new AtomicInteger();
  private volatile boolean over;

  @Actor
  public void derive() {
    Context timed = Context.background().withTimeout(Duration.ofNanos(NANOS), new Cause("slow"));
    Context child = timed.withCancel();
    child.afterFunc(Runnable::run, ran::incrementAndGet);
    below.set(child);
    Spin.until(() -> over); // else this is many contexts ahead, whose deadlines pass meanwhile
  }

  @Actor
  public void poll() {
    Context child = Spin.published(below);
    Spin.until(() -> child.remaining().isZero() || child.isDone());
    over = true;
  }

  @Arbiter
  public void after(LI_Result result) {
    Spin.until(() -> ran.get() > 0);
    result.r1 = Cause.of(below.get());
    result.r2 = ran.get();
  }
}
