package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RootsTest {
  private static final Key<String> USER = Key.of("user");
  private static final Key<Integer> RETRIES = Key.of("retries", 3);

  static Context[] roots() {
    return new Context[] {Context.background(), Context.todo()};
  }

  @ParameterizedTest
  @MethodSource("roots")
  void promise1_aRootIsNeverDone(Context root) throws InterruptedException {
    assertThat(root.isDone()).isFalse();
    assertThat(root.err()).isNull();
    assertThat(root.cause()).isNull();
    root.throwIfDone();
    assertThat(root.awaitDone(Duration.ZERO)).isFalse();
    assertThat(root.done().toCompletableFuture().isDone()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("roots")
  void promise1_aRootHasNoValueAndNoDeadline(Context root) {
    assertThat(root.value(USER)).isNull();
    assertThat(root.value(RETRIES)).isEqualTo(3);
    assertThat(root.deadline()).isEmpty();
    assertThat(root.remaining()).isEqualTo(Duration.ofNanos(Long.MAX_VALUE));
  }

  @Test
  void promise1_rootsPrintAsThemselves() {
    assertThat(Context.background().toString()).isEqualTo("Context.background");
    assertThat(Context.todo().toString()).isEqualTo("Context.todo");
  }

  @Test
  void promise2_rootsAreDistinctAndAlwaysTheSame() {
    assertThat(Context.background()).isNotSameInstanceAs(Context.todo());
    assertThat(Context.background()).isNotEqualTo(Context.todo());
    assertThat(Context.background()).isSameInstanceAs(Context.background());
    assertThat(Context.todo()).isSameInstanceAs(Context.todo());
  }

  @ParameterizedTest
  @MethodSource("roots")
  void promise3_waitingOnARootEndsByTimeOut(Context root) throws InterruptedException {
    long start = System.nanoTime();

    assertThat(root.awaitDone(Duration.ofMillis(5))).isFalse();

    assertThat(System.nanoTime() - start).isAtLeast(Duration.ofMillis(5).toNanos());
  }

  @ParameterizedTest
  @MethodSource("roots")
  void promise3_waitingOnARootEndsByInterrupt(Context root) {
    AtomicReference<Thread> waiter = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Void> end =
        Threads.start(
            () -> {
              waiter.set(Thread.currentThread());
              started.countDown();
              assertThrows(InterruptedException.class, root::awaitDone);
            });
    Threads.await(started);
    Threads.untilParked(waiter.get());
    assertThat(end.isDone()).isFalse();

    waiter.get().interrupt();

    Threads.join(end);
  }

  @ParameterizedTest
  @MethodSource("roots")
  void promise3_waitingForAStageOnARootEndsByTheStage(Context root) throws Exception {
    CompletableFuture<String> stage = new CompletableFuture<>();
    CompletableFuture<Void> end = Threads.start(() -> assertThat(root.await(stage)).isEqualTo("x"));

    stage.complete("x");

    Threads.join(end);
  }
}
