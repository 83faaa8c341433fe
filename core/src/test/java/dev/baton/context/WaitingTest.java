package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WaitingTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @AfterEach
  void noInterruptIsLeft() {
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void promise7_awaitDoneReturnsWhenDone() {
    CancellableContext ctx = Context.background().withCancel();
    Context child = ctx.withCancel();
    CountDownLatch started = new CountDownLatch(2);
    CompletableFuture<Void> forEver =
        Threads.start(
            () -> {
              started.countDown();
              child.awaitDone();
            });
    CompletableFuture<Void> forLong =
        Threads.start(
            () -> {
              started.countDown();
              assertThat(child.awaitDone(Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
            });
    Threads.await(started);
    assertThat(forEver.isDone()).isFalse();
    ctx.cancel();
    Threads.join(forEver);
    Threads.join(forLong);
  }

  @Test
  void promise7_awaitDoneGivesUpInTime() throws InterruptedException {
    try (CancellableContext ctx = Context.background().withTimeout(HOUR)) {
      assertThat(ctx.awaitDone(Duration.ofMillis(3))).isFalse();
      assertThat(ctx.awaitDone(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
      assertThat(ctx.isDone()).isFalse();
      ctx.cancel();
      assertThat(ctx.awaitDone(Duration.ofSeconds(Long.MIN_VALUE))).isTrue();
    }
  }

  @Test
  void promise35_anInterruptOnEntryCounts() {
    CancellableContext live = Context.background().withCancel();
    CancellableContext done = Context.background().withCancel();
    done.cancel();
    CompletableFuture<String> complete = CompletableFuture.completedFuture("x");
    for (Context ctx : new Context[] {Context.background(), live, done}) {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, ctx::awaitDone);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> ctx.awaitDone(Duration.ZERO));
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> ctx.awaitDone(HOUR));
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> ctx.await(complete));
    }
  }

  @Test
  void promise35_anInterruptEndsTheWait() {
    CancellableContext ctx = Context.background().withCancel();
    CompletableFuture<String> stage = new CompletableFuture<>();
    for (Threads.Body wait :
        new Threads.Body[] {ctx::awaitDone, () -> ctx.awaitDone(HOUR), () -> ctx.await(stage)}) {
      AtomicReference<Thread> waiter = new AtomicReference<>();
      CountDownLatch started = new CountDownLatch(1);
      CompletableFuture<Void> end =
          Threads.start(
              () -> {
                waiter.set(Thread.currentThread());
                started.countDown();
                assertThrows(InterruptedException.class, wait::run);
              });
      Threads.await(started);
      Threads.untilParked(waiter.get());
      waiter.get().interrupt();
      Threads.join(end);
    }
    assertThat(stage.isDone()).isFalse();
    assertThat(stage.getNumberOfDependents()).isEqualTo(0);
    assertThat(ctx.isDone()).isFalse();
  }

  @Test
  void promise36_theStagesResult() throws Exception {
    CancellableContext done = Context.background().withCancel();
    done.cancel();
    CompletableFuture<String> nothing = CompletableFuture.completedFuture(null);
    for (Context ctx :
        new Context[] {Context.background(), Context.background().withCancel(), done}) {
      assertThat(ctx.await(CompletableFuture.completedFuture("x"))).isEqualTo("x");
      assertThat(ctx.await(nothing)).isNull();
      assertThat(ctx.await(CompletableFuture.completedStage("y"))).isEqualTo("y");
      assertThat(ctx.await(foreign(CompletableFuture.completedFuture("z")))).isEqualTo("z");
    }
    try (CancellableContext ctx = Context.background().withTimeout(HOUR)) {
      CompletableFuture<String> stage = new CompletableFuture<>();
      CompletableFuture<Void> end =
          Threads.start(() -> assertThat(ctx.await(stage)).isEqualTo("x"));
      CompletableFuture<Void> foreignEnd =
          Threads.start(() -> assertThat(ctx.await(foreign(stage))).isEqualTo("x"));
      stage.complete("x");
      Threads.join(end);
      Threads.join(foreignEnd);
    }
  }

  @Test
  void promise36_failsAsFutureGetDoes() {
    IllegalStateException broken = new IllegalStateException("broken");
    CancellableContext live = Context.background().withCancel();
    CancellableContext done = Context.background().withCancel();
    done.cancel();
    for (Context ctx : new Context[] {Context.background(), live, done}) {
      CompletableFuture<String> failed = CompletableFuture.failedFuture(broken);
      assertFails(ctx, failed, broken);
      assertFails(ctx, failed.thenApply(x -> x), broken);
      assertFails(ctx, foreign(failed), broken);
      assertFails(ctx, CompletableFuture.failedStage(broken), broken);
      CompletionException bare = new CompletionException("bare", null);
      assertFails(ctx, CompletableFuture.failedFuture(bare), bare);

      CompletableFuture<String> cancelled = new CompletableFuture<>();
      cancelled.cancel(false);
      CancellationException thrown =
          assertThrows(CancellationException.class, () -> ctx.await(cancelled));
      assertThat(thrown).isNotInstanceOf(ContextException.class);
      assertThat(
              assertThrows(ExecutionException.class, () -> ctx.await(cancelled.thenApply(x -> x)))
                  .getCause())
          .isInstanceOf(CancellationException.class);
    }
  }

  private static void assertFails(Context ctx, CompletionStage<?> stage, Throwable cause) {
    assertThat(assertThrows(ExecutionException.class, () -> ctx.await(stage)).getCause())
        .isSameInstanceAs(cause);
  }

  @Test
  void promise36_aContextExceptionOfTheStageIsWrapped() {
    CancellableContext other = Context.background().withTimeout(Duration.ZERO);
    ContextException foreign = assertThrows(ContextException.class, other::throwIfDone);
    try (CancellableContext ctx = Context.background().withCancel()) {
      assertFails(ctx, CompletableFuture.failedFuture(foreign), foreign);
      assertFails(ctx, CompletableFuture.failedStage(foreign), foreign);
      assertFails(ctx, foreign(CompletableFuture.failedFuture(foreign)), foreign);
      ctx.cancel();
      ContextException own = assertThrows(CancelledException.class, ctx::throwIfDone);
      assertFails(ctx, CompletableFuture.failedFuture(own), own);
    }
  }

  @Test
  void promise36_doneWins() {
    Exception why = new Exception("why");
    CompletableFuture<String> stage = new CompletableFuture<>();
    for (CompletionStage<String> each :
        List.of(stage, stage.minimalCompletionStage(), foreign(stage))) {
      CancellableContext ctx = Context.background().withCancel();
      Context child = ctx.withCancel();
      AtomicReference<Thread> waiter = new AtomicReference<>();
      CountDownLatch started = new CountDownLatch(1);
      CompletableFuture<Void> end =
          Threads.start(
              () -> {
                waiter.set(Thread.currentThread());
                started.countDown();
                CancelledException thrown =
                    assertThrows(CancelledException.class, () -> child.await(each));
                assertThat(thrown.getCause()).isSameInstanceAs(why);
              });
      Threads.await(started);
      Threads.untilParked(waiter.get());
      ctx.cancel(why);
      Threads.join(end);
      assertThrows(CancelledException.class, () -> child.await(each));
      assertThat(stage.isDone()).isFalse();
      assertThat(stage.isCancelled()).isFalse();
    }
  }

  @Test
  void promise36_aDeadlineWinsToo() {
    Exception slow = new Exception("slow");
    CompletableFuture<String> stage = new CompletableFuture<>();
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(3), slow)) {
      DeadlineExceededException thrown =
          assertThrows(DeadlineExceededException.class, () -> ctx.await(stage));
      assertThat(thrown.getCause()).isSameInstanceAs(slow);
    }
    assertThat(stage.getNumberOfDependents()).isEqualTo(0);
  }

  @Test
  void promise36_nothingIsLeftOnACompletableFuture() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    CompletableFuture<String> users = stage.thenApply(x -> x);
    for (int i = 0; i < 50; i++) {
      try (CancellableContext ctx =
          Context.background().withTimeout(Duration.ofNanos(200_000L + i))) {
        assertThrows(DeadlineExceededException.class, () -> ctx.await(stage));
        assertThrows(DeadlineExceededException.class, () -> ctx.await(stage));
      }
      assertThat(stage.getNumberOfDependents()).isEqualTo(1);
    }
    stage.complete("x");
    assertThat(users.join()).isEqualTo("x");
  }

  @Test
  void promise36_anEmptyCallbackIsLeftOnOtherStages() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    AtomicReference<BiConsumer<?, ?>> callback = new AtomicReference<>();
    CompletionStage<String> foreign = foreign(stage, callback);
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(2))) {
      assertThrows(DeadlineExceededException.class, () -> ctx.await(foreign));
    }
    assertThat(stage.getNumberOfDependents()).isEqualTo(1);
    for (var field : callback.get().getClass().getDeclaredFields()) {
      field.setAccessible(true);
      try {
        assertThat(field.get(callback.get())).isNull();
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
    stage.complete("x");
  }

  /** A stage that is no CompletableFuture. */
  private static <T> CompletionStage<T> foreign(CompletableFuture<T> stage) {
    return foreign(stage, new AtomicReference<>());
  }

  @SuppressWarnings("unchecked")
  private static <T> CompletionStage<T> foreign(
      CompletableFuture<T> stage, AtomicReference<BiConsumer<?, ?>> callback) {
    return (CompletionStage<T>)
        Proxy.newProxyInstance(
            WaitingTest.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("whenComplete")) {
                callback.set((BiConsumer<?, ?>) arguments[0]);
              }
              if (method.getName().equals("toCompletableFuture")) {
                throw new UnsupportedOperationException();
              }
              return method.invoke(stage, arguments);
            });
  }

  @Test
  void promise37_theStageIsCompleteWhenCancelReturns() {
    CancellableContext ctx = Context.background().withCancel();
    CompletionStage<Void> own = ctx.done();
    CompletionStage<Void> below = ctx.withCancel().withValue(Key.of("x"), "y").done();
    CompletableFuture<Void> copy = below.toCompletableFuture();
    assertThat(copy.isDone()).isFalse();
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    CompletableFuture<Void> dependent =
        own.thenRun(() -> ranOn.set(Thread.currentThread())).toCompletableFuture();

    ctx.cancel(new Exception("why"));

    assertThat(dependent.isDone()).isTrue();
    assertThat(ranOn.get()).isSameInstanceAs(Thread.currentThread());
    assertThat(copy.isDone()).isTrue();
    assertThat(copy.isCompletedExceptionally()).isFalse();
    assertThat(copy.join()).isNull();
    assertThat(ctx.done().toCompletableFuture().isDone()).isTrue();
  }

  @Test
  void promise37_itsHolderCannotCompleteIt() {
    CancellableContext ctx = Context.background().withCancel();
    CompletionStage<Void> stage = ctx.done();
    stage.toCompletableFuture().complete(null);
    stage.thenRun(() -> {}).toCompletableFuture().complete(null);
    assertThat(stage.toCompletableFuture().isDone()).isFalse();
    if (stage instanceof CompletableFuture<Void> future) {
      Class<UnsupportedOperationException> refused = UnsupportedOperationException.class;
      assertThrows(refused, () -> future.complete(null));
      assertThrows(refused, () -> future.completeExceptionally(new Exception()));
      assertThrows(refused, () -> future.cancel(true));
      assertThrows(refused, () -> future.obtrudeValue(null));
      assertThrows(refused, () -> future.obtrudeException(new Exception()));
      assertThrows(refused, () -> future.completeAsync(() -> null));
      assertThrows(refused, () -> future.completeAsync(() -> null, Runnable::run));
      assertThrows(refused, () -> future.orTimeout(1, TimeUnit.NANOSECONDS));
      assertThrows(refused, () -> future.completeOnTimeout(null, 1, TimeUnit.NANOSECONDS));
    }
    assertThat(ctx.isDone()).isFalse();
    assertThat(ctx.done().toCompletableFuture().isDone()).isFalse();
  }

  @Test
  void promise37_askedForOftenItIsStored() {
    CancellableContext ctx = Context.background().withCancel();
    CompletionStage<Void> stage = ctx.done();
    ctx.afterFunc(Runnable::run, () -> {});
    ctx.withCancel().afterFunc(Runnable::run, () -> {});
    assertThat(ctx.done()).isSameInstanceAs(stage);
    assertThat(ctx.withValue(Key.of("x"), "y").done()).isSameInstanceAs(stage);
  }

  @Test
  void promise37_itCountsAsAListenerForAsLongAsTheContextLives() {
    CancellableContext parent = Context.background().withCancel();
    CancellableContext child = parent.withCancel();
    child.afterFunc(Runnable::run, () -> {}).close();
    assertThat(parent.head).isNull();
    assertThat(child.done()).isNotNull();
    child.afterFunc(Runnable::run, () -> {}).close();
    assertThat(parent.head).isNotNull();
    child.close();
    assertThat(parent.head).isNull();
  }

  @Test
  void promise37_aDependentThatThrowsHarmsNobody() {
    CancellableContext ctx = Context.background().withCancel();
    AtomicInteger ran = new AtomicInteger();
    CompletableFuture<Void> broken =
        ctx.done()
            .thenRun(
                () -> {
                  throw new IllegalStateException("broken");
                })
            .toCompletableFuture();
    ctx.afterFunc(Runnable::run, ran::incrementAndGet);
    ctx.cancel();
    assertThat(broken.isCompletedExceptionally()).isTrue();
    assertThat(ran.get()).isEqualTo(1);
  }

  @Test
  void promise36_aCallbackThatAwaitsTheStageOfItsContextDoesNotWaitForItself() {
    CancellableContext ctx = Context.background().withCancel();
    CompletionStage<Void> stage = ctx.done();
    AtomicInteger passed = new AtomicInteger();
    ctx.afterFunc(
        Runnable::run,
        () -> {
          try {
            Context.background().await(stage);
            passed.incrementAndGet();
          } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
          }
        });
    Threads.join(Threads.start(ctx::close));
    assertThat(passed.get()).isEqualTo(1);
  }

  @Test
  void promise37_awaitingTheEndAsAStage() throws Exception {
    CancellableContext ctx = Context.background().withCancel();
    try (CancellableContext waiting = Context.background().withTimeout(HOUR)) {
      CompletableFuture<Void> end =
          Threads.start(() -> assertThat(waiting.await(ctx.done())).isNull());
      ctx.cancel();
      Threads.join(end);
      assertThat(waiting.await(ctx.done())).isNull();
    }
  }
}
