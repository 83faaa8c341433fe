package dev.baton.context.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

// Red with this change of Links:
// -    synchronized (owner.lock()) {
// +    synchronized (new Object()) {
//        if (previous(link) == null || derived.head != null) {

/**
 * Promises 15 and 30: one cancels a context, the other closes one of its children. The cascade
 * takes the children off the list, the child that closes unlinks itself, both under the lock of
 * that list; what is taken off already is left alone. So its siblings are told, and each once.
 */
@JCStressTest
@State
@Outcome(id = "1 1 1", expect = ACCEPTABLE, desc = "each is told once")
@Outcome(expect = FORBIDDEN, desc = "one is lost or told twice")
public class CancelAgainstClose {
  private final CancellableContext parent = Context.background().withCancel();
  private final CancellableContext[] children = new CancellableContext[3];
  private final AtomicInteger[] ran = new AtomicInteger[3];

  public CancelAgainstClose() {
    for (int i = 0; i < children.length; i++) {
      ran[i] = new AtomicInteger();
      children[i] = parent.withCancel();
      children[i].afterFunc(Runnable::run, ran[i]::incrementAndGet);
    }
  }

  @Actor
  public void cancel() {
    parent.cancel();
  }

  @Actor
  public void close() {
    children[1].close();
  }

  @Arbiter
  public void after(L_Result result) {
    result.r1 = ran[0] + " " + ran[1] + " " + ran[2];
  }
}
