package dev.baton.context.concurrent;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.DeadlineExceededException;
import dev.baton.context.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // join tells of failures
final class ContextGroupTest {
  @Test
  void joinWaitsForAll() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (ContextGroup group = ContextGroup.of(Context.background())) {
      Future<String> slow =
          group.fork(
              ctx -> {
                Threads.await(release);
                return "slow";
              });
      Future<Context> given = group.fork(ctx -> ctx);
      assertThat(given.get()).isSameInstanceAs(group.context());
      CompletableFuture<Thread> joiner = new CompletableFuture<>();
      CompletableFuture<Void> joined =
          Threads.start(
              () -> {
                joiner.complete(Thread.currentThread());
                group.join();
              });
      Threads.untilParked(Threads.join(joiner));
      assertThat(joined.isDone()).isFalse();
      release.countDown();
      Threads.join(joined);
      assertThat(slow.get()).isEqualTo("slow");
      assertThat(group.context().isDone()).isFalse();
      group.fork(ctx -> "more"); // a join does not end the group
      group.join();
    }
  }

  @Test
  void nothingToJoin() throws Exception {
    try (ContextGroup group = ContextGroup.of(Context.background())) {
      group.join();
    }
  }

  @Test
  void theFirstFailureCancelsTheRestAndJoinThrowsIt() throws Exception {
    IOException first = new IOException("first");
    CountDownLatch running = new CountDownLatch(1);
    try (ContextGroup group = ContextGroup.of(Context.background())) {
      Future<String> waiting =
          group.fork(
              ctx -> {
                running.countDown();
                ctx.awaitDone();
                throw new IllegalStateException("second", ctx.cause());
              });
      Future<String> failing =
          group.fork(
              ctx -> {
                Threads.await(running);
                throw first;
              });
      ExecutionException e = assertThrows(ExecutionException.class, group::join);
      assertThat(e).hasCauseThat().isSameInstanceAs(first);
      assertThat(group.context().cause()).isSameInstanceAs(first);
      assertThat(assertThrows(ExecutionException.class, failing::get).getCause())
          .isSameInstanceAs(first);
      Throwable second = assertThrows(ExecutionException.class, waiting::get).getCause();
      assertThat(second).hasMessageThat().isEqualTo("second");
      assertThat(second).hasCauseThat().isSameInstanceAs(first);
      // Again the same, and nothing is started any more.
      assertThat(assertThrows(ExecutionException.class, group::join).getCause())
          .isSameInstanceAs(first);
      assertThat(Threads.end(group.fork(ctx -> "never")::get))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void anErrorIsAFailure() {
    StackOverflowError error = new StackOverflowError("deep");
    try (ContextGroup group = ContextGroup.of(Context.background(), Runnable::run)) {
      group.fork(
          ctx -> {
            throw error;
          });
      assertThat(assertThrows(ExecutionException.class, group::join).getCause())
          .isSameInstanceAs(error);
    }
  }

  @Test
  void theEndOfAContextOfATasksOwnIsAFailure() {
    try (ContextGroup group = ContextGroup.of(Context.background())) {
      group.fork(
          ctx -> {
            try (CancellableContext timed = ctx.withTimeout(Duration.ZERO)) {
              timed.throwIfDone();
            }
            return "never";
          });
      assertThat(assertThrows(ExecutionException.class, group::join).getCause())
          .isInstanceOf(DeadlineExceededException.class);
    }
  }

  @Test
  void theEndOfTheContextIsNoFailureButItsOwn() {
    Throwable why = new Throwable("why");
    CancellableContext parent = Context.background().withCancel();
    try (ContextGroup group = ContextGroup.of(parent)) {
      CountDownLatch running = new CountDownLatch(2);
      group.fork(
          ctx -> {
            running.countDown();
            ctx.awaitDone();
            throw new IOException("because of it");
          });
      group.fork(
          ctx -> {
            running.countDown();
            ctx.awaitDone();
            ctx.throwIfDone();
            return "never";
          });
      Threads.await(running);
      parent.cancel(why);
      CancelledException e = assertThrows(CancelledException.class, group::join);
      assertThat(e).hasCauseThat().isSameInstanceAs(why);
    }
  }

  @Test
  void theEndOfTheContextIsNothingIfAllWasDone() throws Exception {
    CancellableContext parent = Context.background().withCancel();
    try (ContextGroup group = ContextGroup.of(parent, Runnable::run)) {
      Future<String> done = group.fork(ctx -> "done");
      parent.cancel();
      group.join();
      assertThat(done.get()).isEqualTo("done");
    }
  }

  @Test
  void aTaskThatGoesOnAfterTheEndIsWaitedForAndItsResultCounts() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CancellableContext parent = Context.background().withCancel();
    try (ContextGroup group = ContextGroup.of(parent)) {
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      CountDownLatch running = new CountDownLatch(1);
      Future<String> stubborn =
          group.fork(
              ctx -> {
                running.countDown();
                Threads.await(release);
                interrupted.complete(Thread.currentThread().isInterrupted());
                return "done";
              });
      Threads.await(running);
      parent.cancel();
      CompletableFuture<Thread> joiner = new CompletableFuture<>();
      CompletableFuture<Void> joined =
          Threads.start(
              () -> {
                joiner.complete(Thread.currentThread());
                group.join();
              });
      Threads.untilParked(Threads.join(joiner));
      assertThat(joined.isDone() || stubborn.isDone()).isFalse();
      release.countDown();
      Threads.join(joined);
      assertThat(Threads.join(interrupted)).isFalse();
      assertThat(stubborn.get()).isEqualTo("done");
    }
  }

  @Test
  void aTaskThatWaitsInAQueueIsNeitherStartedNorWaitedFor() {
    Queue<Runnable> queue = new ArrayDeque<>();
    AtomicInteger ran = new AtomicInteger();
    CancellableContext parent = Context.background().withCancel();
    try (ContextGroup group = ContextGroup.of(parent, queue::add)) {
      Future<Integer> future = group.fork(ctx -> ran.incrementAndGet());
      parent.cancel();
      assertThrows(CancelledException.class, group::join);
      assertThat(Threads.end(future::get)).isInstanceOf(CancelledException.class);
      queue.forEach(Runnable::run);
      assertThat(ran.get()).isEqualTo(0);
    }
  }

  @Test
  void aTaskWhoseFutureIsCancelledIsNotStartedAndNoFailure() throws Exception {
    Queue<Runnable> queue = new ArrayDeque<>();
    AtomicInteger ran = new AtomicInteger();
    try (ContextGroup group = ContextGroup.of(Context.background(), queue::add)) {
      group.fork(ctx -> ran.incrementAndGet()).cancel(true);
      queue.forEach(Runnable::run);
      group.join();
      assertThat(ran.get()).isEqualTo(0);
    }
  }

  @Test
  void closeCancelsAndWaits() {
    CountDownLatch running = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    ContextGroup group = ContextGroup.of(Context.background());
    group.fork(
        ctx -> {
          running.countDown();
          ctx.awaitDone();
          ended.set(true);
          throw new IOException("nobody's");
        });
    Threads.await(running);
    group.close();
    assertThat(ended.get()).isTrue();
    group.close();
    assertThrows(IllegalStateException.class, () -> group.fork(ctx -> "never"));
  }

  @Test
  void closeWaitsAlsoIfInterrupted() {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch running = new CountDownLatch(1);
    ContextGroup group = ContextGroup.of(Context.background());
    group.fork(
        ctx -> {
          running.countDown();
          Threads.await(release);
          return "";
        });
    Threads.await(running);
    CompletableFuture<Thread> closer = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<Void> closed =
        Threads.start(
            () -> {
              closer.complete(Thread.currentThread());
              Thread.currentThread().interrupt();
              group.close();
              interrupted.complete(Thread.interrupted());
            });
    Threads.untilParked(Threads.join(closer));
    assertThat(closed.isDone()).isFalse();
    release.countDown();
    Threads.join(closed);
    assertThat(Threads.join(interrupted)).isTrue();
  }

  @Test
  void anInterruptEndsJoinButNotTheTasks() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (ContextGroup group = ContextGroup.of(Context.background())) {
      Future<String> slow =
          group.fork(
              ctx -> {
                Threads.await(release);
                return "done";
              });
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, group::join);
      assertThat(group.context().isDone()).isFalse();
      release.countDown();
      group.join();
      assertThat(slow.get()).isEqualTo("done");
    }
  }

  @Test
  void tasksMayForkTasks() throws Exception {
    AtomicInteger ran = new AtomicInteger();
    try (ContextGroup group = ContextGroup.of(Context.background())) {
      group.fork(
          ctx -> {
            for (int i = 0; i < 10; i++) {
              group.fork(c -> ran.incrementAndGet());
            }
            return null;
          });
      group.join();
      assertThat(ran.get()).isEqualTo(10);
    }
  }

  @Test
  void aRejectionIsTheCallersAndNoTask() throws Exception {
    RejectedExecutionException rejection = new RejectedExecutionException("full");
    try (ContextGroup group =
        ContextGroup.of(
            Context.background(),
            task -> {
              throw rejection;
            })) {
      assertThat(assertThrows(RejectedExecutionException.class, () -> group.fork(ctx -> "")))
          .isSameInstanceAs(rejection);
      group.join();
    }
  }

  @Test
  void ofSeveralFailuresAtOnceOneIsTheFirst() throws Exception {
    for (int round = 0; round < 1_000; round++) {
      List<IOException> failures = new ArrayList<>();
      try (ContextGroup group = ContextGroup.of(Context.background())) {
        for (int i = 0; i < 3; i++) {
          IOException failure = new IOException("failure " + i);
          failures.add(failure);
          group.fork(
              ctx -> {
                throw failure;
              });
        }
        ExecutionException e = assertThrows(ExecutionException.class, group::join);
        assertThat(failures).contains(e.getCause());
        assertThat(group.context().cause()).isSameInstanceAs(e.getCause());
      }
    }
  }

  /** Every task ends once, whoever is first: the executor, the end of the context or close. */
  @Test
  void forksThatMeetTheEnd() throws Exception {
    for (int round = 0; round < 2_000; round++) {
      CancellableContext parent = Context.background().withCancel();
      AtomicInteger ran = new AtomicInteger();
      List<Future<Integer>> futures = new ArrayList<>();
      try (ContextGroup group = ContextGroup.of(parent)) {
        Threads.together(
            () -> {
              for (int i = 0; i < 3; i++) {
                futures.add(group.fork(ctx -> ran.incrementAndGet()));
              }
            },
            parent::close);
        try {
          group.join();
          assertThat(ran.get()).isEqualTo(3);
        } catch (CancelledException e) {
          assertThat(ran.get()).isLessThan(3);
        }
        long started = futures.stream().filter(future -> !future.isCancelled()).count();
        assertThat(started).isEqualTo(ran.get());
        assertThat(futures.stream().allMatch(Future::isDone)).isTrue();
      }
    }
  }

  @Test
  void nullsAreRefused() {
    Context ctx = Context.background();
    assertThrows(NullPointerException.class, () -> ContextGroup.of(null));
    assertThrows(NullPointerException.class, () -> ContextGroup.of(null, Runnable::run));
    assertThrows(NullPointerException.class, () -> ContextGroup.of(ctx, null));
    try (ContextGroup group = ContextGroup.of(ctx)) {
      assertThrows(NullPointerException.class, () -> group.fork(null));
    }
  }
}
