package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What holds for a context of any kind. */
final class EveryContextTest {
  private static final Key<String> USER = Key.of("user");
  private static final Duration HOUR = Duration.ofHours(1);

  /** One of each kind that can end, each with its own owner below the given parent. */
  private static List<CancellableContext> owners(Context parent) {
    List<CancellableContext> owners = new ArrayList<>();
    owners.add(parent.withCancel());
    owners.add(parent.withTimeout(HOUR));
    owners.add(parent.withDeadline(Instant.now().plus(HOUR)));
    owners.add(parent.withCancelOn(Context.todo()));
    owners.add(parent.withCancelOn(Context.background().withCancel()));
    return owners;
  }

  /** Contexts that end with the given one. */
  private static List<Context> below(Context ctx) {
    List<Context> below = new ArrayList<>();
    below.add(ctx);
    below.add(ctx.withValue(USER, "ada"));
    below.addAll(owners(ctx));
    below.addAll(owners(ctx.withValue(USER, "bob")));
    below.add(Context.background().withCancelOn(ctx));
    below.add(ctx.withCancel().withCancel().withTimeout(HOUR).withValue(USER, "eve"));
    return below;
  }

  @Test
  void promise4_everyMethodFromManyThreads() {
    for (int round = 0; round < 200; round++) {
      CancellableContext ctx = Context.background().withTimeout(HOUR);
      Context seen = ctx.withValue(USER, "ada").withCancelOn(ctx.withCancel());
      AtomicInteger ran = new AtomicInteger();
      Threads.Body user =
          () -> {
            Context own = seen.withCancel().withValue(USER, "bob").withTimeout(HOUR);
            Registration registration = own.afterFunc(Runnable::run, ran::incrementAndGet);
            assertThat(own.value(USER)).isEqualTo("bob");
            assertThat(seen.value(USER)).isEqualTo("ada");
            assertThat(own.deadline()).isPresent();
            assertThat(own.remaining()).isAtMost(HOUR);
            assertThat(own.toString()).contains("withValue(user)");
            CompletableFuture<Void> done = seen.done().toCompletableFuture();
            own.awaitDone();
            Threads.join(done);
            assertThat(own.err()).isEqualTo(ContextError.CANCELLED);
            assertThat(own.cause()).isSameInstanceAs(ctx.cause());
            if (registration.stop()) { // who waits may be woken before an action is run
              ran.incrementAndGet();
            }
          };
      Threads.together(user, user, user, ctx::cancel);
      Threads.until(() -> ran.get() == 3);
    }
  }

  @Test
  void promise5_theDeadlineNeverChanges() {
    Instant deadline = Instant.now().plus(HOUR);
    try (CancellableContext given = Context.background().withDeadline(deadline);
        CancellableContext reckoned = Context.background().withTimeout(HOUR)) {
      Optional<Instant> first = reckoned.deadline();
      Context below = reckoned.withValue(USER, "ada").withCancel();
      assertThat(given.deadline()).hasValue(deadline);
      assertThat(below.deadline()).isEqualTo(first);

      given.cancel();
      reckoned.cancel();

      assertThat(given.deadline()).hasValue(deadline);
      assertThat(reckoned.deadline()).isEqualTo(first);
      assertThat(below.deadline()).isEqualTo(first);
      assertThat(below.withCancel().deadline()).isEqualTo(first);
    }
  }

  @Test
  void promise6_errIsNullExactlyWhileNotDoneAndNeverChanges() {
    try (CancellableContext ctx = Context.background().withCancel()) {
      List<Context> below = below(ctx);
      for (Context each : below) {
        assertWithMessage("%s", each).that(each.isDone()).isFalse();
        assertWithMessage("%s", each).that(each.err()).isNull();
      }
      ctx.cancel();
      for (Context each : below) {
        assertWithMessage("%s", each).that(each.isDone()).isTrue();
        assertWithMessage("%s", each).that(each.err()).isEqualTo(ContextError.CANCELLED);
        if (each instanceof CancellableContext owner) {
          assertWithMessage("%s", each).that(owner.cancel(new Exception("late"))).isFalse();
        }
        assertWithMessage("%s", each).that(each.err()).isEqualTo(ContextError.CANCELLED);
      }
    }
  }

  @Test
  void promise7_allWaysToAskAgree() throws InterruptedException {
    for (int first = 0; first < 5; first++) {
      try (CancellableContext ctx = Context.background().withCancel()) {
        List<Context> below = below(ctx);
        ctx.cancel();
        for (Context each : below) {
          for (int i = 0; i < 5; i++) {
            assertWithMessage("way %s of %s", first + i, each)
                .that(saysDone(each, (first + i) % 5))
                .isTrue();
          }
        }
      }
    }
  }

  @Test
  void promise7_allWaysToAskAgreeAboutADeadline() throws InterruptedException {
    for (int first = 0; first < 5; first++) {
      try (CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(2))) {
        int way = first;
        List<Context> below = below(ctx);
        for (Context each : below) {
          Threads.until(
              () -> {
                try {
                  return saysDone(each, way);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
              });
          for (int i = 1; i < 5; i++) {
            assertThat(saysDone(each, (first + i) % 5)).isTrue();
          }
        }
      }
    }
  }

  @Test
  void promise7_aStageOfBeforeAgreesWithErr() {
    for (int round = 0; round < 500; round++) {
      CancellableContext ctx = Context.background().withCancel();
      CompletableFuture<?> canceller;
      Context child = ctx.withCancel();
      var stage = child.done();
      canceller = Threads.startPooled(ctx::cancel);
      Threads.until(child::isDone);
      assertThat(stage.toCompletableFuture().isDone()).isTrue();
      Threads.join(canceller);
    }
  }

  @Test
  void promise7_aStageOfBeforeAgreesWhileOthersAreStillTold() {
    CancellableContext ctx = Context.background().withCancel();
    CompletionStage<Void> stage = ctx.done();
    List<Boolean> seen = new ArrayList<>();
    ctx.afterFunc(Runnable::run, () -> seen.add(stage.toCompletableFuture().isDone()));
    ctx.cancel();
    assertThat(seen).containsExactly(true);
  }

  private static boolean saysDone(Context ctx, int way) throws InterruptedException {
    return switch (way) {
      case 0 -> ctx.err() != null;
      case 1 -> ctx.isDone();
      case 2 -> ctx.awaitDone(Duration.ZERO);
      case 3 -> ctx.done().toCompletableFuture().isDone();
      default -> {
        AtomicInteger ran = new AtomicInteger();
        Registration registration = ctx.afterFunc(Runnable::run, ran::incrementAndGet);
        yield !registration.stop() && ran.get() == 1;
      }
    };
  }

  @Test
  void promise8_aValueIsStable() {
    try (CancellableContext ctx = Context.background().withValue(USER, "ada").withCancel()) {
      Context shadow = ctx.withValue(USER, "bob");
      assertThat(ctx.value(USER)).isEqualTo("ada");
      ctx.cancel();
      assertThat(ctx.value(USER)).isEqualTo("ada");
      assertThat(shadow.value(USER)).isEqualTo("bob");
    }
  }

  @Test
  void promise9_aNullCauseOrValueIsAllowed() {
    try (CancellableContext a = Context.background().withTimeout(HOUR, null);
        CancellableContext b = a.withDeadline(Instant.now(), null)) {
      assertThat(b.cause()).isInstanceOf(DeadlineExceededException.class);
      assertThat(a.cancel(null)).isTrue();
      assertThat(a.withValue(USER, null).value(USER)).isNull();
      assertThat(Key.of("none", null).name()).isEqualTo("none");
    }
  }

  @Test
  @SuppressWarnings("NullAway")
  void promise9_anyOtherNullIsNamed() {
    CancellableContext live = Context.background().withCancel();
    CancellableContext done = Context.background().withCancel();
    done.cancel();
    for (Context ctx : List.of(Context.background(), live, done, live.withValue(USER, "ada"))) {
      assertNamed("timeout", () -> ctx.withTimeout(null));
      assertNamed("timeout", () -> ctx.withTimeout(null, new Exception()));
      assertNamed("deadline", () -> ctx.withDeadline(null));
      assertNamed("deadline", () -> ctx.withDeadline(null, new Exception()));
      assertNamed("other", () -> ctx.withCancelOn(null));
      assertNamed("key", () -> ctx.withValue(null, "x"));
      assertNamed("key", () -> ctx.value(null));
      assertNamed("atMost", () -> ctx.awaitDone(null));
      assertNamed("stage", () -> ctx.await(null));
      assertNamed("action", () -> ctx.afterFunc(null));
      assertNamed("action", () -> ctx.afterFunc(Runnable::run, null));
      assertNamed("executor", () -> ctx.afterFunc(null, () -> {}));
    }
    assertNamed("name", () -> Key.of(null));
    assertNamed("name", () -> Key.of(null, "x"));
  }

  private static void assertNamed(String argument, Executable call) {
    NullPointerException thrown = assertThrows(NullPointerException.class, call);
    assertThat(thrown).hasMessageThat().isEqualTo(argument);
  }

  @Test
  void promise14_cancelDoesNotWaitForWork() {
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

    assertThat(ctx.cancel()).isTrue();

    Threads.await(started);
    assertThat(registration.stop()).isFalse();
    assertThat(ended.getCount()).isEqualTo(1);
    release.countDown();
    Threads.await(ended);
  }
}
