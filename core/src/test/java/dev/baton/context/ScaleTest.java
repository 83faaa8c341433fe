package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ScaleTest {
  private static final int DEEP = 100_000;
  private static final int MANY = 1_000_000;
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void promise29_aDeepChain() {
    for (boolean listened : new boolean[] {false, true}) {
      CancellableContext top = Context.background().withCancel();
      Context at = top;
      for (int i = 0; i < DEEP; i++) {
        at = at.withCancel();
      }
      AtomicInteger told = new AtomicInteger();
      if (listened) {
        at.afterFunc(Runnable::run, told::incrementAndGet);
        at.afterFunc(Runnable::run, told::incrementAndGet).close();
      }
      assertThat(at.isDone()).isFalse();
      assertThat(at.toString().length()).isGreaterThan(DEEP * 11);
      assertThat(top.cancel()).isTrue();
      assertThat(told.get()).isEqualTo(listened ? 1 : 0);
      assertThat(at.err()).isEqualTo(ContextError.CANCELLED);
      assertThat(at.cause()).isSameInstanceAs(top.cause());
    }
  }

  @Test
  void promise29_aDeepChainOfDeadlines() {
    CancellableContext top = Context.background().withTimeout(HOUR);
    Context at = top;
    for (int i = 1; i <= DEEP; i++) {
      at = at.withTimeout(HOUR.minusNanos(i)).withValue(Key.of("k"), i);
    }
    assertThat(at.remaining()).isAtMost(HOUR);
    assertThat(at.deadline().orElseThrow()).isAtMost(top.deadline().orElseThrow());
    AtomicInteger told = new AtomicInteger();
    at.afterFunc(Runnable::run, told::incrementAndGet);
    top.cancel();
    assertThat(told.get()).isEqualTo(1);
    assertThat(at.err()).isEqualTo(ContextError.CANCELLED);
  }

  @Test
  void promise29_aDeepChainOfJoins() {
    CancellableContext top = Context.background().withCancel();
    CancellableContext other = Context.background().withCancel();
    Context at = top;
    for (int i = 0; i < DEEP; i++) {
      at = i % 2 == 0 ? at.withCancelOn(other) : Context.background().withCancelOn(at);
    }
    AtomicInteger told = new AtomicInteger();
    at.afterFunc(Runnable::run, told::incrementAndGet);
    assertThat(at.isDone()).isFalse();
    top.cancel();
    assertThat(told.get()).isEqualTo(1);
    assertThat(at.cause()).isSameInstanceAs(top.cause());
  }

  @Test
  void promise29_manyChildren() {
    for (boolean listened : new boolean[] {false, true}) {
      CancellableContext top = Context.background().withCancel();
      AtomicInteger told = new AtomicInteger();
      List<CancellableContext> children = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        CancellableContext child = top.withCancel();
        if (listened) {
          child.afterFunc(Runnable::run, told::incrementAndGet);
        }
        children.add(child);
      }
      top.cancel();
      assertThat(told.get()).isEqualTo(listened ? children.size() : 0);
      children.forEach(child -> assertThat(child.settled() || child.isDone()).isTrue());
    }
  }

  @Test
  void promise30_aClosedChildLeavesNothingBehind() {
    CancellableContext parent = Context.background().withCancel();
    CancellableContext other = Context.background().withCancel();
    Registration kept = parent.afterFunc(Runnable::run, () -> {});
    Object before = parent.head;
    for (int i = 0; i < 20_000; i++) {
      try (CancellableContext child = parent.withTimeout(HOUR);
          CancellableContext joined = child.withCancelOn(other)) {
        joined.afterFunc(Runnable::run, () -> {});
        joined.done();
      }
    }
    assertThat(parent.head).isSameInstanceAs(before);
    assertThat(other.head).isNull();
    assertThat(kept.stop()).isTrue();
    assertThat(parent.head).isNull();
  }

  @Test
  void promise30_moreChildrenThanASmallHeapCanHold() {
    String output = JavaProcess.run(List.of("-Xmx64m"), ShortLivedChildren.class);
    assertThat(output).contains("children of each kind: 2000000");
  }

  @Test
  void promise15_manyLiveDeadlinesEachAtItsTime() {
    int live = 400_000;
    AtomicInteger told = new AtomicInteger();
    AtomicInteger early = new AtomicInteger();
    for (int i = 0; i < live; i++) {
      long nanos = 1_000_000_000L + i % 1_000 * 1_000_000L;
      long deadline = System.nanoTime() + nanos;
      Context.background()
          .withTimeout(Duration.ofNanos(nanos))
          .afterFunc(
              Runnable::run,
              () -> {
                if (System.nanoTime() - deadline < 0) {
                  early.incrementAndGet();
                }
                told.incrementAndGet();
              });
    }
    Threads.until(() -> told.get() == live);
    assertThat(early.get()).isEqualTo(0);
  }

  @Test
  void promise15_manyLiveDeadlinesThatAreTakenBack() {
    int live = 400_000;
    CancellableContext root = Context.background().withCancel();
    AtomicInteger told = new AtomicInteger();
    List<CancellableContext> children = new ArrayList<>();
    for (int i = 0; i < live; i++) {
      CancellableContext child = root.withTimeout(HOUR.plusNanos(i * 7_919L % live));
      child.afterFunc(Runnable::run, told::incrementAndGet);
      children.add(child);
    }
    for (int i = 0; i < live; i += 2) {
      assertThat(children.get(i).cancel()).isTrue();
    }
    assertThat(told.get()).isEqualTo(live / 2);
    root.cancel();
    assertThat(told.get()).isEqualTo(live);
  }

  @Test
  void promise31_whoStopsListeningLeavesNothingBehind() throws Exception {
    CancellableContext parent = Context.background().withTimeout(HOUR);
    CancellableContext other = Context.background().withCancel();
    CompletableFuture<String> stage = CompletableFuture.completedFuture("x");
    for (int i = 0; i < 10_000; i++) {
      Context child = parent.withCancel().withTimeout(HOUR).withCancelOn(other).withCancel();
      assertThat(child.afterFunc(Runnable::run, () -> {}).stop()).isTrue();
      assertThat(child.awaitDone(Duration.ofNanos(1))).isFalse();
      assertThat(child.await(stage)).isEqualTo("x");
    }
    assertThat(parent.head).isNull();
    assertThat(other.head).isNull();
  }

  @Test
  void promise31_aForgottenContextIsCollectedThoughItsTimerWasArmed() {
    CancellableContext parent = Context.background().withCancel();
    WeakReference<Context> forgotten = new WeakReference<>(polled(parent));
    Threads.until(
        () -> {
          System.gc();
          return forgotten.get() == null;
        });
    assertThat(parent.isDone()).isFalse();
  }

  private static Context polled(Context parent) {
    Context ctx = parent.withTimeout(HOUR).withCancel();
    for (int i = 0; i < 20; i++) {
      assertThat(ctx.isDone()).isFalse();
    }
    return ctx;
  }

  @Test
  void promise32_noLockIsTheContextsMonitorAndNoneIsHeldInCallbacks() {
    CancellableContext ctx = Context.background().withCancel();
    CancellableContext child = ctx.withTimeout(HOUR);
    CountDownLatch locked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        Threads.start(
            () -> {
              synchronized (ctx) {
                synchronized (child) {
                  locked.countDown();
                  Threads.await(release);
                }
              }
            });
    Threads.await(locked);
    AtomicLong told = new AtomicLong();
    child.afterFunc(
        Runnable::run,
        () -> {
          // Another thread must be able to do anything with these contexts meanwhile.
          Threads.join(
              Threads.start(
                  () -> {
                    assertThat(child.cancel()).isFalse();
                    ctx.afterFunc(Runnable::run, told::incrementAndGet).close();
                    ctx.withCancel().close();
                  }));
          told.incrementAndGet();
        });
    ctx.cancel();
    assertThat(told.get()).isEqualTo(2);
    release.countDown();
    Threads.join(holder);
  }
}
