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
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ContextTasksTest {
  private static final Executor DIRECT = Runnable::run;
  private static final Executor THREADS =
      task -> {
        var unused = Threads.startPooled(task::run);
      };

  @Test
  void theTaskGetsTheContextAndTheFutureItsResult() throws Exception {
    try (CancellableContext ctx = Context.background().withCancel()) {
      CompletableFuture<Context> future = ContextTasks.fork(ctx, THREADS, c -> c);
      assertThat(Threads.join(future)).isSameInstanceAs(ctx);
      assertThat(ContextTasks.<Object>fork(ctx, DIRECT, c -> null).get()).isNull();
    }
  }

  @Test
  void whatTheTaskThrowsIsTheFutures() {
    for (Throwable thrown : new Throwable[] {new IOException("x"), new StackOverflowError("x")}) {
      CompletableFuture<String> future =
          ContextTasks.fork(
              Context.background(),
              DIRECT,
              c -> {
                if (thrown instanceof Exception e) {
                  throw e;
                }
                throw (Error) thrown;
              });
      ExecutionException e = assertThrows(ExecutionException.class, future::get);
      assertThat(e).hasCauseThat().isSameInstanceAs(thrown);
    }
  }

  @Test
  void aContextThatIsDoneDoesNotEvenCallTheExecutor() {
    Throwable why = new Throwable("why");
    Context ctx = Context.background().withTimeout(Duration.ZERO, why);
    AtomicInteger calls = new AtomicInteger();
    CompletableFuture<String> future =
        ContextTasks.fork(ctx, task -> calls.incrementAndGet(), c -> "never");
    assertThat(calls.get()).isEqualTo(0);
    assertThat(future.isCancelled()).isTrue();
    ContextException e = Threads.end(future::get);
    assertThat(e).isInstanceOf(DeadlineExceededException.class);
    assertThat(e).hasCauseThat().isSameInstanceAs(why);
  }

  @Test
  void aTaskThatWaitsInAQueueIsNotStartedOnceTheContextIsDone() {
    CancellableContext ctx = Context.background().withCancel();
    Queue<Runnable> queue = new ArrayDeque<>();
    AtomicInteger ran = new AtomicInteger();
    CompletableFuture<Integer> future =
        ContextTasks.fork(ctx, queue::add, c -> ran.incrementAndGet());
    ctx.cancel();
    assertThat(future.isCancelled()).isTrue(); // although the executor has not come to it
    queue.forEach(Runnable::run);
    assertThat(ran.get()).isEqualTo(0);
    assertThat(Threads.end(future::join)).isInstanceOf(CancelledException.class);
  }

  @Test
  void aTaskWhoseFutureIsCancelledIsNotStarted() {
    Queue<Runnable> queue = new ArrayDeque<>();
    AtomicInteger ran = new AtomicInteger();
    CompletableFuture<Integer> future =
        ContextTasks.fork(Context.background(), queue::add, c -> ran.incrementAndGet());
    future.cancel(true);
    queue.forEach(Runnable::run);
    assertThat(ran.get()).isEqualTo(0);
  }

  @Test
  void aTaskThatRunsIsNotInterruptedAndItsFutureDoesNotWait() {
    CancellableContext ctx = Context.background().withCancel();
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<String> future =
        ContextTasks.fork(
            ctx,
            THREADS,
            c -> {
              running.countDown();
              Threads.await(release);
              interrupted.complete(Thread.currentThread().isInterrupted());
              return "too late";
            });
    Threads.await(running);
    ctx.cancel();
    assertThat(Threads.end(future::join)).isInstanceOf(CancelledException.class);
    release.countDown();
    assertThat(Threads.join(interrupted)).isFalse();
    assertThat(Threads.end(future::join)).isInstanceOf(CancelledException.class);
  }

  @Test
  void aRejectionIsTheCallers() {
    RejectedExecutionException rejection = new RejectedExecutionException("full");
    RejectedExecutionException thrown =
        assertThrows(
            RejectedExecutionException.class,
            () ->
                ContextTasks.fork(
                    Context.background(),
                    task -> {
                      throw rejection;
                    },
                    c -> ""));
    assertThat(thrown).isSameInstanceAs(rejection);
  }

  @Test
  void aLiveContextLetsGoOfATaskThatHasEnded() {
    try (CancellableContext ctx = Context.background().withCancel()) {
      Object captured = new Object();
      CompletableFuture<Object> future = ContextTasks.fork(ctx, DIRECT, c -> captured);
      WeakReference<Object> seen = new WeakReference<>(future);
      future = null;
      Threads.until(
          () -> {
            System.gc();
            return seen.get() == null;
          });
    }
  }

  @Test
  void nullsAreRefused() {
    Context ctx = Context.background();
    assertThrows(NullPointerException.class, () -> ContextTasks.fork(null, DIRECT, c -> ""));
    assertThrows(NullPointerException.class, () -> ContextTasks.fork(ctx, null, c -> ""));
    assertThrows(NullPointerException.class, () -> ContextTasks.fork(ctx, DIRECT, null));
  }
}
