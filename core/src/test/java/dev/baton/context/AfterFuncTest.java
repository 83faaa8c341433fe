package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class AfterFuncTest {
  private static final Executor DIRECT = Runnable::run;

  @Test
  void promise24_notBeforeDone() {
    AtomicInteger ran = new AtomicInteger();
    try (CancellableContext ctx = Context.background().withCancel()) {
      ctx.afterFunc(DIRECT, ran::incrementAndGet);
      assertThat(ran.get()).isEqualTo(0);
      ctx.cancel();
      assertThat(ran.get()).isEqualTo(1);
      ctx.cancel();
      assertThat(ran.get()).isEqualTo(1);
    }
  }

  @Test
  void promise24_onAThreadOfItsOwn() {
    for (boolean before : new boolean[] {true, false}) {
      CompletableFuture<Thread> ranOn = new CompletableFuture<>();
      CompletableFuture<Boolean> sawDone = new CompletableFuture<>();
      CancellableContext ctx = Context.background().withCancel();
      Context child = ctx.withCancel();
      if (!before) {
        ctx.cancel();
      }
      child.afterFunc(
          () -> {
            sawDone.complete(child.isDone() && ctx.isDone());
            ranOn.complete(Thread.currentThread());
          });
      ctx.cancel();
      assertThat(Threads.join(ranOn)).isNotSameInstanceAs(Thread.currentThread());
      assertThat(Threads.join(ranOn).isDaemon()).isTrue();
      assertThat(Threads.join(sawDone)).isTrue();
    }
  }

  @Test
  void promise24_theThreadsClassLoaderIsNotThatOfTheCanceller() {
    ClassLoader mine = new ClassLoader() {};
    CountDownLatch all = new CountDownLatch(20); // more than may be left of other tests
    List<ClassLoader> seen = new CopyOnWriteArrayList<>();
    CancellableContext ctx = Context.background().withCancel();
    for (int i = 0; i < 20; i++) {
      ctx.afterFunc(
          () -> {
            seen.add(Thread.currentThread().getContextClassLoader());
            all.countDown();
            Threads.await(all);
          });
    }
    Threads.join(
        Threads.start(
            () -> {
              Thread.currentThread().setContextClassLoader(mine);
              ctx.cancel();
            }));
    Threads.await(all);
    assertThat(seen).hasSize(20);
    assertThat(seen).doesNotContain(mine);
  }

  @Test
  void promise24_twoActionsAtOnceDoNotWaitForEachOther() {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch ended = new CountDownLatch(2);
    Runnable action =
        () -> {
          both.countDown();
          Threads.await(both);
          ended.countDown();
        };
    CancellableContext ctx = Context.background().withCancel();
    ctx.afterFunc(action);
    ctx.afterFunc(action);
    ctx.cancel();
    Threads.await(ended);
  }

  @Test
  void promise24_aDirectExecutorRunsOnTheCanceller() {
    AtomicReference<Thread> ranOn = new AtomicReference<>();
    CancellableContext ctx = Context.background().withCancel();
    Context child = ctx.withCancel();
    child.afterFunc(DIRECT, () -> ranOn.set(Thread.currentThread()));
    ctx.cancel();
    assertThat(ranOn.get()).isSameInstanceAs(Thread.currentThread());
    ranOn.set(null);
    child.afterFunc(DIRECT, () -> ranOn.set(Thread.currentThread()));
    assertThat(ranOn.get()).isSameInstanceAs(Thread.currentThread());
  }

  @Test
  void promise24_theTimerRunsNoUserCode() {
    CompletableFuture<Thread> action = new CompletableFuture<>();
    CompletableFuture<Thread> executor = new CompletableFuture<>();
    CompletableFuture<Thread> dependent = new CompletableFuture<>();
    CountDownLatch other = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(250));
        CancellableContext second = Context.background().withTimeout(Duration.ofMillis(300))) {
      Context child = ctx.withCancel();
      child.afterFunc(DIRECT, () -> action.complete(Thread.currentThread()));
      child.afterFunc(
          task -> {
            executor.complete(Thread.currentThread());
            task.run();
          },
          () -> {});
      CompletableFuture<Void> stage =
          child
              .done()
              .thenRun(() -> dependent.complete(Thread.currentThread()))
              .toCompletableFuture();
      child.afterFunc(DIRECT, () -> Threads.await(release));
      second.afterFunc(DIRECT, other::countDown);
      Threads.await(other); // although an action of the first blocks
      release.countDown();
      Threads.join(stage);
      for (CompletableFuture<Thread> each : List.of(action, executor, dependent)) {
        assertThat(Threads.join(each).getName()).startsWith("baton-callback");
      }
    }
  }

  @Test
  void promise25_stopIsTrueOnceAndKeepsTheActionFromRunning() {
    AtomicInteger ran = new AtomicInteger();
    try (CancellableContext ctx = Context.background().withCancel()) {
      Registration registration = ctx.afterFunc(DIRECT, ran::incrementAndGet);
      Registration closed = ctx.afterFunc(DIRECT, ran::incrementAndGet);
      assertThat(registration.stop()).isTrue();
      assertThat(registration.stop()).isFalse();
      closed.close();
      assertThat(closed.stop()).isFalse();
      ctx.cancel();
      assertThat(registration.stop()).isFalse();
      assertThat(ran.get()).isEqualTo(0);
    }
  }

  @Test
  void promise25_stopIsFalseOnceStarted() {
    CancellableContext ctx = Context.background().withCancel();
    List<Boolean> within = new ArrayList<>();
    Registration[] registration = new Registration[1];
    registration[0] = ctx.afterFunc(DIRECT, () -> within.add(registration[0].stop()));
    ctx.cancel();
    assertThat(within).containsExactly(false);
    assertThat(registration[0].stop()).isFalse();
  }

  @Test
  void promise25_stopDoesNotWaitForAnActionThatRuns() {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    CancellableContext ctx = Context.background().withCancel();
    Registration registration =
        ctx.afterFunc(
            () -> {
              started.countDown();
              Threads.await(release);
              ended.countDown();
            });
    ctx.cancel();
    Threads.await(started);

    assertThat(registration.stop()).isFalse();

    assertThat(ended.getCount()).isEqualTo(1);
    release.countDown();
    Threads.await(ended);
  }

  @Test
  void promise25_onARootNothingIsStored() {
    for (Context root : List.of(Context.background(), Context.todo().withValue(Key.of("x"), "y"))) {
      Registration registration = root.afterFunc(() -> {});
      assertThat(registration.stop()).isTrue();
      assertThat(registration.stop()).isFalse();
    }
  }

  @Test
  void promise25_ofAQueuedActionEitherStopOrRun() {
    Queue<Runnable> queue = new ArrayDeque<>();
    AtomicInteger ran = new AtomicInteger();
    CancellableContext ctx = Context.background().withCancel();
    Registration stopped = ctx.afterFunc(queue::add, ran::incrementAndGet);
    ctx.cancel();
    Registration late = ctx.afterFunc(queue::add, ran::incrementAndGet);
    assertThat(queue).hasSize(2);
    assertThat(stopped.stop()).isTrue();
    queue.forEach(Runnable::run);
    queue.forEach(Runnable::run);
    assertThat(ran.get()).isEqualTo(1);
    assertThat(late.stop()).isFalse();
    assertThat(stopped.stop()).isFalse();
  }

  @Test
  void promise26_registrationsAreIndependent() {
    AtomicInteger ran = new AtomicInteger();
    CancellableContext ctx = Context.background().withCancel();
    List<Registration> all = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      all.add(ctx.afterFunc(DIRECT, ran::incrementAndGet));
    }
    for (int i : new int[] {0, 4, 9}) {
      assertThat(all.get(i).stop()).isTrue();
    }
    ctx.cancel();
    assertThat(ran.get()).isEqualTo(7);
  }

  @Test
  void promise26_whatThrowsHarmsNobody() {
    for (Thread.UncaughtExceptionHandler handling :
        List.<Thread.UncaughtExceptionHandler>of(
            (thread, e) -> {},
            (thread, e) -> {
              throw new IllegalStateException("handler");
            })) {
      List<Throwable> handled = new ArrayList<>();
      IllegalArgumentException broken = new IllegalArgumentException("action");
      StackOverflowError error = new StackOverflowError("action");
      RejectedExecutionException rejected = new RejectedExecutionException("executor");
      AtomicInteger ran = new AtomicInteger();
      CancellableContext ctx = Context.background().withCancel();
      Context child = ctx.withCancel();
      List<Registration> lost = new ArrayList<>();
      Runnable register =
          () -> {
            child.afterFunc(DIRECT, ran::incrementAndGet);
            lost.add(
                child.afterFunc(
                    DIRECT,
                    () -> {
                      throw broken;
                    }));
            lost.add(
                child.afterFunc(
                    task -> {
                      throw rejected;
                    },
                    ran::incrementAndGet));
            lost.add(
                ctx.afterFunc(
                    DIRECT,
                    () -> {
                      throw error;
                    }));
            ctx.afterFunc(DIRECT, ran::incrementAndGet);
          };
      CompletableFuture<Void> end =
          Threads.start(
              () -> {
                Thread.currentThread()
                    .setUncaughtExceptionHandler(
                        (thread, e) -> {
                          handled.add(e);
                          handling.uncaughtException(thread, e);
                        });
                register.run();
                assertThat(ctx.cancel()).isTrue();
                register.run(); // also for who registers when it is done
              });
      Threads.join(end);
      assertThat(ran.get()).isEqualTo(4);
      assertThat(handled).containsExactly(broken, rejected, error, broken, rejected, error);
      lost.forEach(each -> assertThat(each.stop()).isFalse());
    }
  }

  @Test
  void promise26_anExecutorThatSwallowsHidesNothing() {
    List<Throwable> handled = new ArrayList<>();
    IllegalStateException broken = new IllegalStateException("broken");
    Executor swallowing =
        task -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            // as FutureTask does
          }
        };
    CancellableContext ctx = Context.background().withCancel();
    ctx.afterFunc(
        swallowing,
        () -> {
          throw broken;
        });
    Threads.join(
        Threads.start(
            () -> {
              Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> handled.add(e));
              ctx.cancel();
            }));
    assertThat(handled).containsExactly(broken);
  }

  @Test
  void promise26_anActionOnItsOwnThreadThrowsToTheDefaultHandler() {
    CompletableFuture<Throwable> handled = new CompletableFuture<>();
    IllegalStateException broken = new IllegalStateException("broken");
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> handled.complete(e));
    try (CancellableContext ctx = Context.background().withCancel()) {
      CountDownLatch ran = new CountDownLatch(1);
      ctx.afterFunc(
          () -> {
            throw broken;
          });
      ctx.afterFunc(ran::countDown);
      ctx.cancel();
      Threads.await(ran);
      assertThat(Threads.join(handled)).isSameInstanceAs(broken);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  void promise26_anActionMayUseTheContext() {
    CancellableContext ctx = Context.background().withCancel();
    AtomicInteger ran = new AtomicInteger();
    CancellableContext sibling = ctx.withCancel();
    sibling.afterFunc(DIRECT, ran::incrementAndGet);
    ctx.afterFunc(
        DIRECT,
        () -> {
          assertThat(ctx.cancel()).isFalse();
          sibling.close();
          ctx.withCancel().afterFunc(DIRECT, ran::incrementAndGet);
          ctx.afterFunc(DIRECT, ran::incrementAndGet).close();
        });
    ctx.cancel();
    assertWithMessage("actions run").that(ran.get()).isEqualTo(3);
  }
}
