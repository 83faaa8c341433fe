package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class CancelTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Key<String> USER = Key.of("user");

  @Test
  void promise10_theFirstCallWins() {
    Exception first = new Exception("first");
    CancellableContext ctx = Context.background().withCancel();
    assertThat(ctx.cancel(first)).isTrue();
    assertThat(ctx.cancel(new Exception("second"))).isFalse();
    assertThat(ctx.cancel()).isFalse();
    ctx.close();
    assertThat(ctx.cause()).isSameInstanceAs(first);
    assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
  }

  @Test
  void promise10_closeIsCancel() {
    CancellableContext ctx = Context.background().withTimeout(HOUR);
    ctx.close();
    assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
    assertThat(ctx.cancel()).isFalse();
  }

  @Test
  void promise11_fromManyThreadsExactlyOneCallWins() {
    for (int round = 0; round < 1_000; round++) {
      CancellableContext ctx = Context.background().withCancel();
      AtomicInteger won = new AtomicInteger();
      AtomicReference<Throwable> winner = new AtomicReference<>();
      Threads.Body canceller =
          () -> {
            Exception mine = new Exception();
            if (ctx.cancel(mine)) {
              won.incrementAndGet();
              winner.set(mine);
            }
            assertThat(ctx.cause()).isNotNull();
          };
      Threads.together(canceller, canceller);
      assertThat(won.get()).isEqualTo(1);
      assertThat(ctx.cause()).isSameInstanceAs(winner.get());
    }
  }

  @Test
  void promise11_aTreeCancelledEverywhereAtOnce() {
    for (int round = 0; round < 50; round++) {
      List<CancellableContext> tree = new ArrayList<>();
      tree.add(Context.background().withCancel());
      AtomicInteger told = new AtomicInteger();
      for (int i = 0; i < 100; i++) {
        CancellableContext child = tree.get(i / 4).withCancel();
        child.afterFunc(Runnable::run, told::incrementAndGet);
        tree.add(child);
      }
      Threads.together(
          () -> tree.forEach(CancellableContext::cancel),
          () -> {
            for (int i = tree.size() - 1; i >= 0; i--) {
              tree.get(i).cancel();
            }
          });
      tree.forEach(each -> assertThat(each.isDone()).isTrue());
      Threads.until(() -> told.get() == 100);
    }
  }

  @Test
  void promise12_allDescendantsAreDoneWhenCancelReturns() {
    CancellableContext top = Context.background().withCancel();
    List<Context> all = new ArrayList<>();
    AtomicInteger told = new AtomicInteger();
    Context at = top;
    for (int i = 0; i < 20; i++) {
      at = at.withValue(USER, "u" + i);
      all.add(at);
      at = at.withTimeout(HOUR);
      all.add(at);
      at = Context.background().withCancelOn(at);
      all.add(at);
      at = at.withCancel();
      all.add(at);
      if (i % 3 == 0) {
        at.afterFunc(Runnable::run, told::incrementAndGet);
      }
    }

    assertThat(top.cancel()).isTrue();

    assertThat(told.get()).isEqualTo(7);
    all.forEach(each -> assertThat(each.err()).isEqualTo(ContextError.CANCELLED));
  }

  @Test
  void promise13_neverAParentOrASibling() {
    try (CancellableContext parent = Context.background().withCancel();
        CancellableContext sibling = parent.withCancel();
        CancellableContext child = parent.withCancel()) {
      AtomicInteger told = new AtomicInteger();
      parent.afterFunc(Runnable::run, told::incrementAndGet);
      sibling.afterFunc(Runnable::run, told::incrementAndGet);
      child.afterFunc(Runnable::run, () -> {});
      Context late = sibling.withValue(USER, "ada");

      child.cancel();

      assertThat(child.isDone()).isTrue();
      assertThat(parent.isDone()).isFalse();
      assertThat(sibling.isDone()).isFalse();
      assertThat(late.isDone()).isFalse();
      assertThat(told.get()).isEqualTo(0);
      parent.cancel();
      assertThat(told.get()).isEqualTo(2);
    }
  }

  @Test
  void promise15_itReleasesWhatTheParentHeldAndItsTimer() {
    try (CancellableContext parent = Context.background().withCancel()) {
      for (int kind = 0; kind < 4; kind++) {
        CancellableContext child = kind == 0 ? parent.withCancel() : parent.withTimeout(HOUR);
        WeakReference<Context> gone = new WeakReference<>(child);
        switch (kind) {
          case 0, 1 -> child.afterFunc(Runnable::run, () -> {});
          case 2 -> {
            for (int i = 0; i < 20; i++) {
              assertThat(child.isDone()).isFalse();
            }
          }
          default -> child.withCancel().done();
        }
        child.cancel();
        assertThat(parent.head).isNull();
        child = null;
        Threads.until(
            () -> {
              System.gc();
              return gone.get() == null;
            });
      }
    }
  }

  @Test
  void promise16_theCauseThatWasGiven() {
    Exception cause = new Exception("why");
    try (CancellableContext ctx = Context.background().withCancel()) {
      Context child = ctx.withValue(USER, "ada").withTimeout(HOUR);
      ctx.cancel(cause);
      assertThat(ctx.err()).isEqualTo(ContextError.CANCELLED);
      assertThat(ctx.cause()).isSameInstanceAs(cause);
      assertThat(child.cause()).isSameInstanceAs(cause);
    }
  }

  @Test
  void promise16_withoutACauseABareOneThatDescendantsShare() {
    for (boolean askChildFirst : new boolean[] {true, false}) {
      CancellableContext ctx = Context.background().withCancel();
      CancellableContext other = Context.background().withCancel();
      Context child = ctx.withCancel().withTimeout(HOUR).withCancel();
      ctx.cancel();
      other.cancel(null);
      Throwable first = askChildFirst ? child.cause() : ctx.cause();
      assertThat(first).isInstanceOf(CancelledException.class);
      assertThat(first).hasMessageThat().isEqualTo("context cancelled");
      assertThat(first.getCause()).isNull();
      assertThat(ctx.cause()).isSameInstanceAs(first);
      assertThat(child.cause()).isSameInstanceAs(first);
      assertThat(ctx.withCancel().cause()).isSameInstanceAs(first);
      assertThat(other.cause()).isNotSameInstanceAs(first);
    }
  }

  @Test
  void promise16_afterADeadlineABareOneToo() {
    CancellableContext ctx = Context.background().withTimeout(Duration.ZERO);
    Context child = ctx.withCancel().withValue(USER, "ada");
    assertThat(child.cause()).isInstanceOf(DeadlineExceededException.class);
    assertThat(child.cause()).hasMessageThat().isEqualTo("context deadline exceeded");
    assertThat(ctx.cause()).isSameInstanceAs(child.cause());
    assertThat(Context.background().withTimeout(Duration.ZERO).cause())
        .isNotSameInstanceAs(ctx.cause());
  }

  @Test
  void promise16_oneBareCauseFromManyThreads() {
    for (int round = 0; round < 1_000; round++) {
      CancellableContext ctx = Context.background().withCancel();
      Context child = ctx.withCancel();
      ctx.cancel();
      AtomicReference<Throwable> one = new AtomicReference<>();
      AtomicReference<Throwable> two = new AtomicReference<>();
      Threads.together(() -> one.set(ctx.cause()), () -> two.set(child.cause()));
      assertThat(one.get()).isSameInstanceAs(two.get());
    }
  }

  @Test
  void promise17_aChildCancelledFirstKeepsItsOwn() {
    Exception c1 = new Exception("parent");
    Exception c2 = new Exception("child");
    try (CancellableContext parent = Context.background().withCancel();
        CancellableContext child = parent.withCancel()) {
      child.cancel(c2);
      parent.cancel(c1);
      assertThat(child.cause()).isSameInstanceAs(c2);
      assertThat(parent.cause()).isSameInstanceAs(c1);
    }
  }

  @Test
  void promise17_aParentCancelledFirstGivesItsOwn() {
    Exception c1 = new Exception("parent");
    try (CancellableContext parent = Context.background().withCancel();
        CancellableContext middle = parent.withCancel();
        CancellableContext child = middle.withCancel()) {
      parent.cancel(c1);
      assertThat(child.cancel(new Exception("child"))).isFalse();
      assertThat(middle.cancel(new Exception("middle"))).isFalse();
      assertThat(child.cause()).isSameInstanceAs(c1);
      assertThat(middle.cause()).isSameInstanceAs(c1);
    }
  }

  @Test
  void promise17_aDeadlineThatPassedUnseenWasFirst() throws InterruptedException {
    for (boolean listened : new boolean[] {false, true}) {
      Exception late = new Exception("late");
      Exception slow = new Exception("slow");
      CancellableContext parent = Context.background().withCancel();
      Context middle = parent.withCancel().withValue(USER, "ada");
      CancellableContext timed = middle.withTimeout(Duration.ofMillis(3), slow);
      Context below = timed.withCancel().withCancel();
      if (listened) {
        below.afterFunc(Runnable::run, () -> {});
      }
      assertThat(Context.background().awaitDone(Duration.ofMillis(4))).isFalse();

      assertThat(parent.cancel(late)).isTrue();

      assertThat(parent.cause()).isSameInstanceAs(late);
      assertThat(middle.cause()).isSameInstanceAs(late);
      assertThat(below.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      assertThat(below.cause()).isSameInstanceAs(slow);
      assertThat(timed.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      assertThat(timed.cause()).isSameInstanceAs(slow);
    }
  }

  @Test
  void promise17_aDeadlineThatWouldHavePassedLaterWasNot() throws InterruptedException {
    CancellableContext parent = Context.background().withCancel();
    CancellableContext timed = parent.withTimeout(Duration.ofMillis(20));
    Context below = timed.withCancel();
    assertThat(parent.cancel()).isTrue();
    if (timed.remaining().isZero()) {
      return; // the machine was busy
    }
    assertThat(Context.background().awaitDone(timed.remaining())).isFalse();
    assertThat(below.err()).isEqualTo(ContextError.CANCELLED);
    assertThat(timed.err()).isEqualTo(ContextError.CANCELLED);
  }

  @Test
  void promise17_theEarliestOfSeveralDeadlinesThatPassedUnseen() throws InterruptedException {
    Exception inner = new Exception("inner");
    Exception outer = new Exception("outer");
    Exception late = new Exception("late");
    CancellableContext top = Context.background().withTimeout(HOUR);
    CancellableContext middle = top.withCancel();
    CancellableContext longer = middle.withTimeout(Duration.ofMillis(4), outer);
    CancellableContext shorter = longer.withTimeout(Duration.ofMillis(2), inner);
    Context below = shorter.withCancel();
    assertThat(Context.background().awaitDone(Duration.ofMillis(5))).isFalse();
    top.cancel(late);
    assertThat(below.cause()).isSameInstanceAs(inner);
    assertThat(longer.cause()).isSameInstanceAs(outer);
    assertThat(middle.cause()).isSameInstanceAs(late);
  }

  @Test
  void promise17_cancelAsksItsOwnDeadlineFirst() throws InterruptedException {
    Exception slow = new Exception("slow");
    CancellableContext timed = Context.background().withTimeout(Duration.ofMillis(2), slow);
    CancellableContext below = timed.withCancel();
    assertThat(Context.background().awaitDone(Duration.ofMillis(3))).isFalse();
    assertThat(below.cancel(new Exception("late"))).isFalse();
    assertThat(timed.cancel(new Exception("late"))).isFalse();
    assertThat(timed.cause()).isSameInstanceAs(slow);
    assertThat(below.cause()).isSameInstanceAs(slow);
  }

  @Test
  void promise18_theCauseIsRightAtOnce() {
    for (int round = 0; round < 1_000; round++) {
      Exception cause = new Exception();
      CancellableContext ctx = Context.background().withCancel();
      Context child = ctx.withCancel().withValue(USER, "ada");
      Threads.Body reader =
          () -> {
            Throwable seen = child.cause();
            while (seen == null) {
              seen = child.cause();
            }
            assertThat(seen).isSameInstanceAs(cause);
          };
      Threads.together(reader, () -> ctx.cancel(cause));
    }
  }

  @Test
  void promise18_throwIfDoneThrowsAFreshException() {
    Exception cause = new Exception("why");
    try (CancellableContext bare = Context.background().withCancel();
        CancellableContext caused = Context.background().withCancel();
        CancellableContext late = Context.background().withDeadline(Instant.MIN, cause)) {
      bare.throwIfDone();
      bare.cancel();
      caused.cancel(cause);

      CancelledException first = assertThrows(CancelledException.class, bare::throwIfDone);
      assertThat(bare.cause()).isNotSameInstanceAs(first);
      CancelledException second = assertThrows(CancelledException.class, bare::throwIfDone);
      assertThat(second).isNotSameInstanceAs(first);
      assertThat(first.getCause()).isNull();
      assertThat(second.getCause()).isNull();
      assertThat(first.error()).isEqualTo(ContextError.CANCELLED);
      assertThat(
              assertThrows(CancelledException.class, caused.withCancel()::throwIfDone).getCause())
          .isSameInstanceAs(cause);
      ContextException thrown = assertThrows(DeadlineExceededException.class, late::throwIfDone);
      assertThat(thrown.getCause()).isSameInstanceAs(cause);
      assertThat(thrown.error()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
    }
  }
}
