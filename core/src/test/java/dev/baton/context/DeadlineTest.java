package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeadlineTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void promise19_neverLaterThanTheParents() {
    Instant soon = Instant.now().plus(HOUR);
    try (CancellableContext parent = Context.background().withDeadline(soon);
        CancellableContext later = parent.withDeadline(soon.plusNanos(1));
        CancellableContext longer = parent.withTimeout(HOUR.multipliedBy(2));
        CancellableContext earlier = parent.withDeadline(soon.minusNanos(1));
        CancellableContext shorter = parent.withTimeout(HOUR.dividedBy(2))) {
      assertThat(later.deadline()).hasValue(soon);
      assertThat(longer.deadline()).hasValue(soon);
      assertThat(later.toString()).endsWith(".withCancel");
      assertThat(longer.toString()).endsWith(".withCancel");
      assertThat(earlier.deadline()).hasValue(soon.minusNanos(1));
      assertThat(shorter.deadline().orElseThrow()).isLessThan(soon);
    }
  }

  @Test
  void promise19_reckonedDeadlinesAreInOrderToo() {
    List<CancellableContext> chain = new ArrayList<>();
    chain.add(Context.background().withTimeout(HOUR));
    for (int i = 1; i < 50; i++) {
      chain.add(chain.get(i - 1).withTimeout(HOUR.minusNanos(i)));
    }
    Instant innermost = chain.get(49).deadline().orElseThrow();
    for (int i = 1; i < 50; i++) {
      Instant outer = chain.get(i - 1).deadline().orElseThrow();
      assertThat(chain.get(i).deadline().orElseThrow()).isAtMost(outer);
    }
    assertThat(chain.get(49).deadline()).hasValue(innermost);
  }

  @Test
  void promise19_theCauseOfALaterDeadlineIsDropped() throws InterruptedException {
    Exception outer = new Exception("outer");
    try (CancellableContext parent = Context.background().withTimeout(Duration.ofMillis(3), outer);
        CancellableContext child = parent.withTimeout(HOUR, new Exception("inner"))) {
      assertThat(child.awaitDone(Threads.LIMIT)).isTrue();
      assertThat(child.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      assertThat(child.cause()).isSameInstanceAs(outer);
    }
  }

  @Test
  void promise20_zeroNegativeOrPastIsDoneOnReturn() {
    Exception slow = new Exception("slow");
    Context root = Context.background();
    try (CancellableContext parent = root.withTimeout(HOUR)) {
      List<CancellableContext> all = new ArrayList<>();
      for (Context each : List.of(root, parent, parent.withCancel().withCancel())) {
        all.add(each.withTimeout(Duration.ZERO, slow));
        all.add(each.withTimeout(Duration.ofNanos(-1), slow));
        all.add(each.withTimeout(Duration.ofSeconds(Long.MIN_VALUE), slow));
        all.add(each.withDeadline(Instant.now(), slow));
        all.add(each.withDeadline(Instant.EPOCH, slow));
        all.add(each.withDeadline(Instant.MIN, slow));
      }
      for (CancellableContext each : all) {
        assertWithMessage("%s", each).that(each.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
        assertThat(each.cause()).isSameInstanceAs(slow);
        assertThat(each.remaining()).isEqualTo(Duration.ZERO);
        assertThat(each.cancel()).isFalse();
        assertThat(each.deadline()).isPresent();
      }
      assertThat(parent.isDone()).isFalse();
    }
  }

  @Test
  void promise20_aPastDeadlineIsInThePast() {
    CancellableContext parent = Context.background().withTimeout(HOUR);
    CancellableContext child = parent.withTimeout(Duration.ofSeconds(-100));
    assertThat(child.deadline().orElseThrow()).isLessThan(Instant.now().minusSeconds(90));
    assertThat(Context.background().withTimeout(Duration.ofSeconds(Long.MIN_VALUE)).deadline())
        .hasValue(Instant.MIN);
  }

  @Test
  void promise20_pastBelowAParentThatIsDoneIsTheParents() {
    Exception why = new Exception("why");
    CancellableContext parent = Context.background().withCancel();
    CancellableContext below = parent.withCancel();
    parent.cancel(why);
    CancellableContext child = below.withTimeout(Duration.ofSeconds(-5), new Exception("slow"));
    assertThat(child.err()).isEqualTo(ContextError.CANCELLED);
    assertThat(child.cause()).isSameInstanceAs(why);
  }

  @Test
  void promise21_equalDeadlinesEachShowTheirOwnCause() throws InterruptedException {
    Exception outer = new Exception("outer");
    Exception inner = new Exception("inner");
    Instant soon = Instant.now().plusMillis(60);
    CancellableContext parent = Context.background().withDeadline(soon, outer);
    CancellableContext child = parent.withDeadline(soon, inner);
    child.awaitDone();
    parent.awaitDone();
    assertThat(parent.cause()).isSameInstanceAs(outer);
    assertThat(child.cause()).isSameInstanceAs(inner);
    assertThat(child.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
  }

  @Test
  void promise21_theCauseShowsOnlyIfTheDeadlineFires() throws InterruptedException {
    Exception slow = new Exception("slow");
    try (CancellableContext cancelled = Context.background().withTimeout(HOUR, slow);
        CancellableContext expired = Context.background().withTimeout(Duration.ofMillis(2), slow)) {
      cancelled.cancel();
      assertThat(cancelled.err()).isEqualTo(ContextError.CANCELLED);
      assertThat(cancelled.cause()).isInstanceOf(CancelledException.class);
      assertThat(expired.cause()).isAnyOf(null, slow);
      assertThat(expired.awaitDone(Threads.LIMIT)).isTrue();
      assertThat(expired.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      assertThat(expired.cause()).isSameInstanceAs(slow);
    }
  }

  @Test
  void promise21_polledDeadlinesFireBeforeAndAfterTheAlarmIsSet() {
    for (int micros = 1; micros < 3_000; micros += 100) {
      try (CancellableContext ctx =
          Context.background().withTimeout(Duration.ofNanos(micros * 1_000L))) {
        Context child = ctx.withCancel();
        Threads.until(child::isDone);
        assertThat(ctx.remaining()).isEqualTo(Duration.ZERO);
        assertThat(ctx.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      }
    }
  }

  @Test
  void promise21_noTimeLeftMeansDone() {
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(2))) {
      ctx.afterFunc(Runnable::run, () -> {});
      Context child = ctx.withCancel();
      Threads.until(() -> child.remaining().isZero());
      assertThat(child.isDone()).isTrue();
    }
  }

  @Test
  void promise22_veryLongTimeouts() {
    for (Duration timeout :
        List.of(
            Duration.ofSeconds(Long.MAX_VALUE, 999_999_999),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ofNanos(Long.MAX_VALUE).plusNanos(1),
            Duration.ofNanos(Long.MAX_VALUE),
            Duration.ofDays(365 * 200))) {
      try (CancellableContext ctx = Context.background().withTimeout(timeout);
          CancellableContext child = ctx.withTimeout(HOUR);
          CancellableContext longer = ctx.withTimeout(timeout.dividedBy(2))) {
        ctx.afterFunc(Runnable::run, () -> {});
        assertWithMessage("%s", timeout).that(ctx.isDone()).isFalse();
        assertThat(ctx.remaining()).isGreaterThan(Duration.ofDays(365 * 199));
        assertThat(ctx.remaining()).isAtMost(Duration.ofNanos(Long.MAX_VALUE));
        assertThat(child.remaining()).isAtMost(HOUR);
        assertThat(longer.deadline().orElseThrow()).isAtMost(ctx.deadline().orElseThrow());
        assertThat(longer.toString()).contains("withTimeout(" + timeout.dividedBy(2) + ")");
        ctx.cancel();
        assertThat(longer.err()).isEqualTo(ContextError.CANCELLED);
      }
    }
  }

  @Test
  void promise22_theLongestTimeoutBelowOneFarInThePast() {
    Exception outer = new Exception("outer");
    Context past = Context.background().withTimeout(Duration.ofSeconds(Long.MIN_VALUE), outer);
    long start = System.nanoTime();
    Threads.until(() -> System.nanoTime() - start > 1_000); // the past one gets older
    Context below = past.withTimeout(Duration.ofSeconds(Long.MAX_VALUE), new Exception("own"));
    assertThat(below.cause()).isSameInstanceAs(outer);
    assertThat(below.deadline()).isEqualTo(past.deadline());
  }

  @Test
  void promise22_theDeadlineOfATimeoutTooLongForAnInstant() {
    try (CancellableContext ctx =
        Context.background().withTimeout(Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThat(ctx.deadline()).hasValue(Instant.MAX);
    }
  }

  @Test
  void promise22_aLongDeadlineIsExactToTheYear() {
    Duration timeout = Duration.ofDays(365L * 100_000);
    Instant before = Instant.now();
    try (CancellableContext ctx = Context.background().withTimeout(timeout)) {
      Instant deadline = ctx.deadline().orElseThrow();
      assertThat(deadline).isAtLeast(before.plus(timeout).minusSeconds(1));
      assertThat(deadline).isAtMost(Instant.now().plus(timeout).plusSeconds(1));
    }
  }

  @Test
  void promise22_theFirstAndTheLastInstant() {
    try (CancellableContext last = Context.background().withDeadline(Instant.MAX);
        CancellableContext first = last.withDeadline(Instant.MIN);
        CancellableContext nearly = last.withDeadline(Instant.MAX.minusNanos(1))) {
      assertThat(last.isDone()).isFalse();
      assertThat(last.deadline()).hasValue(Instant.MAX);
      assertThat(last.remaining()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
      assertThat(nearly.deadline()).hasValue(Instant.MAX.minusNanos(1));
      assertThat(first.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
      assertThat(first.deadline()).hasValue(Instant.MIN);
    }
  }

  @Test
  void promise22_theDeadlineIsExactlyTheInstantGiven() {
    Instant odd = Instant.now().plus(HOUR).plusNanos(123_456_789);
    try (CancellableContext ctx = Context.background().withDeadline(odd, new Exception());
        CancellableContext same = ctx.withDeadline(odd)) {
      assertThat(ctx.deadline()).hasValue(odd);
      assertThat(same.deadline()).hasValue(odd);
      assertThat(same.remaining()).isAtMost(HOUR.plusSeconds(1));
    }
  }
}
