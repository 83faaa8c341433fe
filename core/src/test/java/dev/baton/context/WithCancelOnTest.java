package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WithCancelOnTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Key<String> USER = Key.of("user");

  @Test
  void promise34_valuesOfTheFirstOnly() {
    Context one = Context.background().withValue(USER, "ada");
    Context other = Context.background().withValue(USER, "bob").withCancel();
    assertThat(one.withCancelOn(other).value(USER)).isEqualTo("ada");
    assertThat(Context.todo().withCancelOn(other).value(USER)).isNull();
  }

  @Test
  void promise34_endsWithEither() {
    for (boolean endFirst : new boolean[] {true, false}) {
      for (boolean listened : new boolean[] {true, false}) {
        Exception why = new Exception("why");
        CancellableContext one = Context.background().withCancel();
        CancellableContext other = Context.todo().withCancel();
        Context otherBelow = other.withCancel().withValue(USER, "bob");
        CancellableContext joined = one.withCancel().withCancelOn(otherBelow);
        Context below = joined.withCancel();
        AtomicInteger told = new AtomicInteger();
        if (listened) {
          below.afterFunc(Runnable::run, told::incrementAndGet);
        }
        assertThat(below.isDone()).isFalse();

        assertThat((endFirst ? one : other).cancel(why)).isTrue();

        assertThat(told.get()).isEqualTo(listened ? 1 : 0);
        assertThat(below.cause()).isSameInstanceAs(why);
        assertThat(joined.cause()).isSameInstanceAs(why);
        assertThat(joined.cancel()).isFalse();
        assertThat((endFirst ? other : one).cancel(new Exception("second"))).isTrue();
        assertThat(joined.cause()).isSameInstanceAs(why);
      }
    }
  }

  @Test
  void promise34_whicheverEndedFirstAlsoIfNobodyLooked() {
    for (boolean endFirst : new boolean[] {true, false}) {
      Exception why = new Exception("first");
      CancellableContext one = Context.background().withCancel();
      CancellableContext other = Context.todo().withCancel();
      CancellableContext joined = one.withCancel().withCancelOn(other.withCancel());
      Context below = joined.withTimeout(HOUR);
      (endFirst ? one : other).cancel(why);
      (endFirst ? other : one).cancel(new Exception("second"));
      assertThat(below.cause()).isSameInstanceAs(why);
      assertThat(joined.cause()).isSameInstanceAs(why);
    }
  }

  @Test
  void promise34_whicheverEndedFirstAlsoIfOneIsADeadlineNobodySaw() throws InterruptedException {
    Exception slow = new Exception("slow");
    Exception why = new Exception("why");
    CancellableContext first = Context.background().withTimeout(Duration.ofMillis(2), slow);
    CancellableContext second = Context.todo().withCancel();
    CancellableContext joined = second.withCancelOn(first);
    CancellableContext other = Context.todo().withCancelOn(first);
    assertThat(Context.background().awaitDone(Duration.ofMillis(3))).isFalse();
    second.cancel(why);
    assertThat(joined.cause()).isSameInstanceAs(slow);
    assertThat(other.cancel(why)).isFalse();
    assertThat(other.cause()).isSameInstanceAs(slow);

    CancellableContext late = Context.background().withTimeout(Duration.ofMillis(40), slow);
    CancellableContext early = Context.todo().withCancel();
    CancellableContext both = late.withCancelOn(early);
    assertThat(early.cancel(why)).isTrue();
    if (!late.remaining().isZero()) {
      assertThat(late.awaitDone(Threads.LIMIT)).isTrue();
      assertThat(both.cause()).isSameInstanceAs(why);
    }
  }

  @Test
  void promise34_cancellingItEndsNeitherAncestor() {
    CancellableContext one = Context.background().withCancel();
    CancellableContext other = Context.todo().withCancel();
    CancellableContext joined = one.withCancelOn(other);
    AtomicInteger told = new AtomicInteger();
    joined.afterFunc(Runnable::run, told::incrementAndGet);
    assertThat(joined.cancel()).isTrue();
    assertThat(told.get()).isEqualTo(1);
    assertThat(one.isDone()).isFalse();
    assertThat(other.isDone()).isFalse();
  }

  @Test
  void promise34_theEarlierDeadline() throws InterruptedException {
    Instant soon = Instant.now().plus(HOUR);
    CancellableContext early = Context.background().withDeadline(soon.minusNanos(1));
    CancellableContext late = Context.background().withDeadline(soon);
    assertThat(early.withCancelOn(late).deadline()).hasValue(soon.minusNanos(1));
    assertThat(late.withCancelOn(early).deadline()).hasValue(soon.minusNanos(1));
    assertThat(late.withCancelOn(Context.todo()).deadline()).hasValue(soon);
    assertThat(Context.todo().withCancelOn(late).withCancel().deadline()).hasValue(soon);
    assertThat(Context.todo().withCancelOn(late).remaining()).isAtMost(HOUR);
    assertThat(late.withCancelOn(early).withDeadline(soon).toString()).endsWith("withCancel");

    Exception slow = new Exception("slow");
    CancellableContext short1 = Context.todo().withTimeout(Duration.ofMillis(2), slow);
    CancellableContext joined = late.withCancelOn(short1);
    assertThat(joined.awaitDone(Threads.LIMIT)).isTrue();
    assertThat(joined.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
    assertThat(joined.cause()).isSameInstanceAs(slow);
    assertThat(late.isDone()).isFalse();
  }

  @Test
  void promise34_aPolledDeadlineOfTheOther() {
    CancellableContext other = Context.todo().withTimeout(Duration.ofMillis(2));
    Context below = Context.background().withCancel().withCancelOn(other).withCancel();
    Threads.until(below::isDone);
    assertThat(below.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
    assertThat(below.cause()).isSameInstanceAs(other.cause());
  }

  @Test
  void promise34_manyWaysToTheSameAncestor() {
    CancellableContext top = Context.background().withCancel();
    Context at = top;
    AtomicInteger told = new AtomicInteger();
    for (int i = 0; i < 60; i++) { // 2^60 paths
      at = at.withCancel().withCancelOn(at.withTimeout(HOUR));
      at.afterFunc(Runnable::run, told::incrementAndGet);
    }
    assertThat(at.isDone()).isFalse();
    assertThat(at.remaining()).isAtMost(HOUR);
    top.cancel();
    assertThat(told.get()).isEqualTo(60);
    assertThat(at.err()).isEqualTo(ContextError.CANCELLED);
    assertThat(at.cause()).isSameInstanceAs(top.cause());
  }

  @Test
  void promise34_theSameContextTwice() {
    CancellableContext ctx = Context.background().withCancel();
    CancellableContext joined = ctx.withCancelOn(ctx);
    AtomicInteger told = new AtomicInteger();
    joined.afterFunc(Runnable::run, told::incrementAndGet);
    ctx.cancel();
    assertThat(told.get()).isEqualTo(1);
    assertThat(joined.isDone()).isTrue();
  }
}
