package dev.baton.context.concurrent;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.DeadlineExceededException;
import dev.baton.context.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120) // by an interrupt; a lost one leaves a test waiting
final class InterruptsTest {
  /** Never counted down: who waits for it waits for an interrupt. */
  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @AfterEach
  void leaveTheThreadOfTheTestsUninterrupted() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aLiveContextLeavesTheWorkAlone() throws Exception {
    try (CancellableContext ctx = Context.background().withCancel()) {
      AtomicInteger ran = new AtomicInteger();
      assertThat(Interrupts.call(ctx, () -> "done")).isEqualTo("done");
      assertThat(Interrupts.<Object>call(ctx, () -> null)).isNull();
      Interrupts.run(ctx, ran::incrementAndGet);
      assertThat(ran.get()).isEqualTo(1);
    }
  }

  @Test
  void aContextThatIsDoneStartsNothing() {
    AtomicInteger ran = new AtomicInteger();
    Context ctx = Context.background().withTimeout(Duration.ZERO);
    assertThrows(DeadlineExceededException.class, () -> Interrupts.call(ctx, ran::incrementAndGet));
    assertThrows(DeadlineExceededException.class, () -> Interrupts.run(ctx, ran::incrementAndGet));
    assertThat(ran.get()).isEqualTo(0);
  }

  @Test
  void cancelStopsBlockedWork() {
    Throwable why = new Throwable("why");
    CancellableContext ctx = Context.background().withCancel();
    Worker worker =
        new Worker(
            () -> {
              CancelledException e =
                  assertThrows(CancelledException.class, () -> Interrupts.run(ctx, NEVER::await));
              assertThat(e).hasCauseThat().isSameInstanceAs(why);
              assertThat(e.getSuppressed()[0]).isInstanceOf(InterruptedException.class);
              assertThat(Thread.currentThread().isInterrupted()).isFalse();
            });
    worker.untilBlocked();
    ctx.cancel(why);
    worker.join();
  }

  @Test
  void aDeadlineStopsBlockedWork() {
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(20))) {
      assertThrows(
          DeadlineExceededException.class,
          () ->
              Interrupts.call(
                  ctx,
                  () -> {
                    NEVER.await();
                    return "never";
                  }));
    }
  }

  @Test
  void aResultCountsAlsoIfTheContextIsDoneByThen() throws Exception {
    CancellableContext ctx = Context.background().withCancel();
    String result =
        Interrupts.call(
            ctx,
            () -> {
              ctx.cancel();
              assertThat(Thread.currentThread().isInterrupted()).isTrue();
              return "done";
            });
    assertThat(result).isEqualTo("done");
  }

  @Test
  void ourInterruptDoesNotOutliveTheWork() {
    for (Callable<Object> work :
        List.<Callable<Object>>of(
            () -> "done",
            () -> {
              throw new IOException("other");
            },
            () -> {
              throw new StackOverflowError("other");
            })) {
      CancellableContext ctx = Context.background().withCancel();
      try {
        Object unused =
            Interrupts.call(
                ctx,
                () -> {
                  ctx.cancel();
                  return work.call();
                });
      } catch (Exception | StackOverflowError e) {
        assertThat(e).hasMessageThat().isEqualTo("other"); // as it is
      }
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void nothingIsInterruptedAfterTheWork() throws Exception {
    CancellableContext ctx = Context.background().withCancel();
    Interrupts.run(ctx, () -> {});
    ctx.cancel();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void anInterruptThatWasPendingOnEntryIsTheWorks() {
    try (CancellableContext ctx = Context.background().withCancel()) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> Interrupts.run(ctx, NEVER::await));
      assertThat(Thread.interrupted()).isFalse(); // the exception tells of it
    }
  }

  @Test
  void anInterruptThatWasPendingOnEntryStaysIfNothingBlocks() throws Exception {
    for (boolean done : new boolean[] {false, true}) {
      CancellableContext ctx = Context.background().withCancel();
      Thread.currentThread().interrupt();
      Interrupts.run(
          ctx,
          () -> {
            if (done) {
              ctx.cancel();
            }
          });
      assertThat(Thread.interrupted()).isTrue();
      ctx.close();
    }
  }

  @Test
  void anInterruptThatWasPendingOnEntryStaysIfTheContextIsDone() {
    Context ctx = Context.background().withTimeout(Duration.ZERO);
    Thread.currentThread().interrupt();
    assertThrows(DeadlineExceededException.class, () -> Interrupts.run(ctx, NEVER::await));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptOfOthersBeforeOursIsNotSwallowed() {
    CancellableContext ctx = Context.background().withCancel();
    assertThrows(
        CancelledException.class,
        () ->
            Interrupts.run(
                ctx,
                () -> {
                  Thread.currentThread().interrupt(); // theirs
                  ctx.cancel(); // ours
                  NEVER.await(); // takes both, as there is one flag
                }));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptOfOthersThatTheWorkHasTakenIsNotSwallowed() {
    CancellableContext ctx = Context.background().withCancel();
    assertThrows(
        CancelledException.class,
        () ->
            Interrupts.run(
                ctx,
                () -> {
                  Thread.currentThread().interrupt(); // theirs
                  try {
                    NEVER.await();
                  } finally {
                    ctx.cancel(); // ours
                  }
                }));
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void anInterruptOfOthersIsNoEndOfTheContext() {
    CancellableContext ctx = Context.background().withCancel();
    Worker worker =
        new Worker(
            () ->
                assertThrows(InterruptedException.class, () -> Interrupts.run(ctx, NEVER::await)));
    worker.untilBlocked();
    worker.thread().interrupt();
    worker.join();
    assertThat(ctx.isDone()).isFalse();
    ctx.close();
  }

  @Test
  void nested_theOuterContextStopsTheInnerWork() throws Exception {
    CancellableContext outer = Context.background().withCancel();
    Worker worker =
        new Worker(
            () ->
                assertThrows(
                    CancelledException.class,
                    () ->
                        Interrupts.run(
                            outer, () -> Interrupts.run(outer.withoutCancel(), NEVER::await))));
    worker.untilBlocked();
    outer.cancel();
    worker.join();
  }

  @Test
  void nested_theInnerContextLeavesTheOuterWorkAlone() throws Exception {
    try (CancellableContext outer = Context.background().withCancel()) {
      Interrupts.run(
          outer,
          () -> {
            assertThrows(
                DeadlineExceededException.class,
                () -> Interrupts.run(outer.withTimeout(Duration.ofMillis(10)), NEVER::await));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
          });
    }
  }

  /** The inner work takes back its own interrupt, but not that of the outer, which was second. */
  @Test
  void nested_theInterruptOfTheOuterContextSurvivesTheInnerWork() throws Exception {
    for (boolean outerFirst : new boolean[] {true, false}) {
      CancellableContext outer = Context.background().withCancel();
      CancellableContext inner = Context.background().withCancel();
      assertThrows(
          CancelledException.class,
          () ->
              Interrupts.run(
                  outer,
                  () -> {
                    Interrupts.run(
                        inner,
                        () -> {
                          (outerFirst ? outer : inner).cancel();
                          (outerFirst ? inner : outer).cancel();
                        });
                    NEVER.await(); // for ever, if the interrupt was lost
                  }));
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void nested_anInnerWorkThatThrowsHandsTheInterruptOn() throws Exception {
    CancellableContext outer = Context.background().withCancel();
    Context inner = outer.withTimeout(Duration.ofHours(1));
    Interrupts.run(
        outer,
        () -> {
          assertThrows(
              CancelledException.class,
              () ->
                  Interrupts.run(
                      inner,
                      () -> {
                        outer.cancel();
                        NEVER.await();
                      }));
          // Whatever comes next in the outer work is to stop, too.
          assertThrows(InterruptedException.class, NEVER::await);
        });
  }

  @Test
  void nested_afterTheInnerWorkTheOuterIsInterruptedAsBefore() throws Exception {
    CancellableContext outer = Context.background().withCancel();
    assertThrows(
        CancelledException.class,
        () ->
            Interrupts.run(
                outer,
                () -> {
                  Interrupts.run(Context.background(), () -> {});
                  outer.cancel();
                  NEVER.await();
                }));
  }

  /** Either the result or the exception; never an interrupt that is left over or lost. */
  @Test
  void aCancelThatMeetsTheEndOfTheWork() {
    AtomicInteger cancelled = new AtomicInteger();
    for (int round = 0; round < 5_000; round++) {
      boolean others = round % 2 == 0;
      CancellableContext ctx = Context.background().withCancel();
      AtomicReference<Thread> worker = new AtomicReference<>();
      Threads.together(
          () -> {
            worker.set(Thread.currentThread());
            if (others) {
              Thread.currentThread().interrupt();
            }
            try {
              Interrupts.run(ctx, () -> {});
            } catch (ContextException e) {
              cancelled.incrementAndGet();
            }
            assertThat(Thread.interrupted()).isEqualTo(others);
          },
          ctx::close);
    }
    assertThat(cancelled.get()).isAtMost(5_000);
  }

  @Test
  void nullsAreRefused() {
    Context ctx = Context.background();
    assertThrows(NullPointerException.class, () -> Interrupts.call(null, () -> ""));
    assertThrows(NullPointerException.class, () -> Interrupts.call(ctx, null));
    assertThrows(NullPointerException.class, () -> Interrupts.run(ctx, null));
  }

  /** A thread that blocks. */
  private static final class Worker {
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final CompletableFuture<Void> end;

    Worker(Threads.Body body) {
      end =
          Threads.start(
              () -> {
                thread.complete(Thread.currentThread());
                body.run();
              });
    }

    Thread thread() {
      return Threads.join(thread);
    }

    void untilBlocked() {
      Threads.untilParked(thread());
    }

    void join() {
      Threads.join(end);
    }
  }
}
