package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

// Red with this change of CancellableContext:
// -    boolean note = (marks & DERIVED) != 0;
// +    boolean note = false;

/**
 * Promise 17: a parent is cancelled at about the deadline of a child that nobody asks or listens
 * to, until another asks what is below. The cancel notes when it was, as something was derived from
 * the context; whoever asks later compares that with the deadline. So all tell the same story, and
 * the one that the clock tells.
 */
@JCStressTest
@State
@Outcome(id = "late, late, right", expect = ACCEPTABLE, desc = "the cancel was first")
@Outcome(id = "slow, slow, right", expect = ACCEPTABLE, desc = "the deadline was first")
@Outcome(expect = FORBIDDEN, desc = "two stories, or not the one that was first")
public class DeadlineAgainstParentsCancel {
  private static final int NANOS = 10_000;

  private final CancellableContext parent = Context.background().withCancel();
  private final AtomicReference<Context> below = new AtomicReference<>();

  @Actor
  public void cancel(LLL_Result result) {
    long earliest = System.nanoTime() + NANOS;
    Context timed = parent.withTimeout(Duration.ofNanos(NANOS), new Cause("slow"));
    long latest = System.nanoTime() + NANOS;
    below.set(timed.withCancel());
    long wait = ThreadLocalRandom.current().nextInt(2 * NANOS);
    Spin.until(() -> System.nanoTime() - earliest + NANOS >= wait);
    long before = System.nanoTime();
    parent.cancel(new Cause("late"));
    long after = System.nanoTime();
    String cause = Cause.of(timed);
    boolean wrong = cause.equals("slow") ? after - earliest < 0 : before - latest > 0;
    result.r1 = cause;
    result.r3 = wrong ? "wrong" : "right";
  }

  @Actor
  public void ask(LLL_Result result) {
    Context child = Spin.published(below);
    Spin.until(parent::isDone);
    result.r2 = Cause.of(child);
  }
}
