package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The races that the comments of this package name, many times over. */
final class StressTest {
  private static final int ROUNDS = 20_000;

  /** One meeting of two threads, and what must be so after both. */
  private interface Race {
    void one();

    void two();

    void check();
  }

  /** Runs many races with two threads that meet before each, without parking in between. */
  private static void race(int rounds, IntFunction<Race> make) {
    AtomicReference<Race> current = new AtomicReference<>();
    AtomicInteger started = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    CompletableFuture<Void> second =
        Threads.start(
            () -> {
              for (int round = 1; round <= rounds; round++) {
                int mine = round;
                Threads.until(() -> started.get() == mine);
                current.get().two();
                ended.set(round);
              }
            });
    for (int round = 1; round <= rounds; round++) {
      Race race = make.apply(round);
      current.set(race);
      started.set(round);
      race.one();
      int mine = round;
      Threads.until(() -> ended.get() == mine || second.isCompletedExceptionally());
      if (second.isCompletedExceptionally()) {
        break;
      }
      race.check();
    }
    Threads.join(second);
  }

  @Test
  void promise25_cancelAgainstStop() {
    race(
        ROUNDS,
        round -> {
          CancellableContext parent = Context.background().withCancel();
          Context ctx = round % 2 == 0 ? parent : parent.withCancel();
          AtomicInteger ran = new AtomicInteger();
          AtomicInteger stopped = new AtomicInteger();
          Registration registration = ctx.afterFunc(Runnable::run, ran::incrementAndGet);
          return new Race() {
            @Override
            public void one() {
              parent.cancel();
            }

            @Override
            public void two() {
              if (registration.stop()) {
                stopped.incrementAndGet();
              }
            }

            @Override
            public void check() {
              assertWithMessage("run or stopped").that(ran.get() + stopped.get()).isEqualTo(1);
            }
          };
        });
  }

  @Test
  void promise24_cancelAgainstRegistering() {
    race(
        ROUNDS,
        round -> {
          CancellableContext top = Context.background().withCancel();
          CancellableContext middle = top.withCancel();
          Context ctx =
              switch (round % 3) {
                case 0 -> top;
                case 1 -> middle.withTimeout(Duration.ofHours(1));
                default -> Context.background().withCancelOn(middle).withCancel();
              };
          AtomicInteger ran = new AtomicInteger();
          return new Race() {
            @Override
            public void one() {
              top.cancel();
            }

            @Override
            public void two() {
              ctx.afterFunc(Runnable::run, ran::incrementAndGet);
            }

            @Override
            public void check() {
              assertWithMessage("actions run").that(ran.get()).isEqualTo(1);
              assertThat(ctx.isDone()).isTrue();
            }
          };
        });
  }

  @Test
  void promise37_cancelAgainstAskingForTheStageTwice() {
    race(
        ROUNDS,
        round -> {
          CancellableContext top = Context.background().withCancel();
          Context ctx = top.withCancel().withCancel();
          AtomicInteger ran = new AtomicInteger();
          Runnable ask =
              () -> {
                CompletionStage<Void> stage = ctx.done();
                stage.thenRun(ran::incrementAndGet);
                top.cancel();
                assertThat(stage.toCompletableFuture().isDone()).isTrue();
              };
          return new Race() {
            @Override
            public void one() {
              ask.run();
            }

            @Override
            public void two() {
              ask.run();
            }

            @Override
            public void check() {
              Threads.until(() -> ran.get() == 2);
            }
          };
        });
  }

  @Test
  void promise31_listeningAgainstStopping() {
    CancellableContext parent = Context.background().withCancel();
    AtomicInteger ran = new AtomicInteger();
    AtomicInteger expected = new AtomicInteger();
    race(
        ROUNDS,
        round -> {
          Context ctx = parent.withCancel().withCancel();
          Registration first = ctx.afterFunc(Runnable::run, ran::incrementAndGet);
          AtomicReference<Registration> second = new AtomicReference<>();
          return new Race() {
            @Override
            public void one() {
              assertThat(first.stop()).isTrue();
            }

            @Override
            public void two() {
              second.set(ctx.afterFunc(Runnable::run, ran::incrementAndGet));
            }

            @Override
            public void check() {
              if (round % 100 == 0) {
                expected.incrementAndGet(); // stays registered: the link must be there at the end
              } else {
                assertThat(second.get().stop()).isTrue();
              }
            }
          };
        });
    assertThat(ran.get()).isEqualTo(0);
    parent.cancel();
    assertThat(ran.get()).isEqualTo(expected.get());
  }

  @Test
  void promise12_aChildThatEndsWhileSomebodyStartsToListenCutsNobodyOff() {
    race(
        ROUNDS,
        round -> {
          CancellableContext top = Context.background().withCancel();
          CancellableContext middle = top.withCancel().withCancel();
          CancellableContext child = middle.withCancel();
          AtomicInteger ran = new AtomicInteger();
          return new Race() {
            @Override
            public void one() {
              child.withCancel().afterFunc(Runnable::run, ran::incrementAndGet);
            }

            @Override
            public void two() {
              child.cancel();
            }

            @Override
            public void check() {
              assertThat(ran.get()).isEqualTo(1);
              middle.withCancel().afterFunc(Runnable::run, ran::incrementAndGet);
              top.cancel();
              assertThat(ran.get()).isEqualTo(2);
            }
          };
        });
  }

  @Test
  void promise30_closeAgainstRegisteringLeavesNothingBehind() {
    CancellableContext parent = Context.background().withCancel();
    CancellableContext other = Context.background().withCancel();
    race(
        ROUNDS,
        round -> {
          CancellableContext middle = parent.withCancel();
          CancellableContext child = round % 2 == 0 ? middle : middle.withCancelOn(other);
          AtomicInteger ran = new AtomicInteger();
          return new Race() {
            @Override
            public void one() {
              child.afterFunc(Runnable::run, ran::incrementAndGet);
            }

            @Override
            public void two() {
              child.close();
            }

            @Override
            public void check() {
              assertThat(ran.get()).isEqualTo(1);
              assertThat(child.head).isNull();
              assertThat(middle.head).isNull();
              assertThat(parent.head).isNull();
              assertThat(other.head).isNull();
            }
          };
        });
  }

  @Test
  void promise28_cancelAgainstDeriving() {
    race(
        ROUNDS,
        round -> {
          Exception why = new Exception();
          CancellableContext parent = Context.background().withCancel();
          AtomicReference<Context> derived = new AtomicReference<>();
          AtomicInteger ran = new AtomicInteger();
          return new Race() {
            @Override
            public void one() {
              parent.cancel(why);
            }

            @Override
            public void two() {
              Context ctx =
                  round % 2 == 0
                      ? parent.withCancel()
                      : parent.withTimeout(Duration.ofHours(1)).withCancel();
              ctx.afterFunc(Runnable::run, ran::incrementAndGet);
              derived.set(ctx);
            }

            @Override
            public void check() {
              assertThat(derived.get().cause()).isSameInstanceAs(why);
              assertThat(ran.get()).isEqualTo(1);
            }
          };
        });
  }

  @Test
  void promise17_parentAgainstChild() {
    race(
        ROUNDS,
        round -> {
          Exception c1 = new Exception("parent");
          Exception c2 = new Exception("child");
          CancellableContext parent = Context.background().withCancel();
          CancellableContext child = parent.withCancel();
          Context below = child.withCancel();
          if (round % 2 == 0) {
            below.afterFunc(Runnable::run, () -> {});
          }
          AtomicInteger childWon = new AtomicInteger();
          AtomicReference<Throwable> seen = new AtomicReference<>();
          return new Race() {
            @Override
            public void one() {
              parent.cancel(c1);
              seen.set(below.cause());
            }

            @Override
            public void two() {
              if (child.cancel(c2)) {
                childWon.incrementAndGet();
              }
              assertThat(below.cause()).isNotNull();
            }

            @Override
            public void check() {
              assertThat(parent.cause()).isSameInstanceAs(c1);
              assertThat(child.cause()).isSameInstanceAs(childWon.get() == 1 ? c2 : c1);
              assertThat(below.cause()).isSameInstanceAs(child.cause());
              assertThat(seen.get()).isSameInstanceAs(child.cause());
            }
          };
        });
  }

  @Test
  void promise34_oneAncestorAgainstTheOther() {
    race(
        ROUNDS,
        round -> {
          CancellableContext one = Context.background().withCancel();
          CancellableContext two = Context.background().withCancel();
          CancellableContext joined = one.withCancelOn(two);
          Context below = joined.withCancel();
          AtomicInteger ran = new AtomicInteger();
          if (round % 2 == 0) {
            below.afterFunc(Runnable::run, ran::incrementAndGet);
          }
          return new Race() {
            @Override
            public void one() {
              one.cancel(new Exception("one"));
              assertThat(below.isDone()).isTrue();
            }

            @Override
            public void two() {
              two.cancel(new Exception("two"));
              assertThat(below.isDone()).isTrue();
            }

            @Override
            public void check() {
              assertThat(joined.cause()).isAnyOf(one.cause(), two.cause());
              assertThat(below.cause()).isSameInstanceAs(joined.cause());
              assertThat(ran.get()).isEqualTo(round % 2 == 0 ? 1 : 0);
            }
          };
        });
  }

  @Test
  void promise24_theDeadlineAgainstCancelAndListening() {
    for (int round = 0; round < 3_000; round++) {
      Exception slow = new Exception("slow");
      Exception why = new Exception("why");
      CancellableContext ctx =
          Context.background().withTimeout(Duration.ofNanos(20_000 + round * 20L), slow);
      Context below = ctx.withCancel();
      AtomicInteger ran = new AtomicInteger();
      below.afterFunc(Runnable::run, ran::incrementAndGet);
      for (int i = 0; i < round % 40; i++) {
        assertThat(ctx.afterFunc(Runnable::run, () -> {})).isNotNull();
        below.isDone();
      }
      boolean won = ctx.cancel(why);
      below.afterFunc(Runnable::run, ran::incrementAndGet);
      assertThat(ctx.cause()).isSameInstanceAs(won ? why : slow);
      assertThat(below.cause()).isSameInstanceAs(ctx.cause());
      Threads.until(() -> ran.get() == 2);
    }
  }

  @Test
  void promise24_pollingAcrossTheDeadlineLosesNoListener() {
    for (int round = 0; round < 2_000; round++) {
      CancellableContext ctx =
          Context.background().withTimeout(Duration.ofNanos(5_000 + round * 50L));
      Context below = ctx.withCancel();
      AtomicInteger ran = new AtomicInteger();
      Registration early = below.afterFunc(ran::incrementAndGet);
      Threads.until(() -> below.isDone() || ctx.remaining().isZero());
      below.afterFunc(Runnable::run, ran::incrementAndGet);
      Threads.until(() -> ran.get() == 2);
      assertThat(early.stop()).isFalse();
    }
  }
}
