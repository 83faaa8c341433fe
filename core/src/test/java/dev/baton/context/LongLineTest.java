package dev.baton.context;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Contexts below many others, which do not ask all of those at each poll. */
final class LongLineTest {
  private static final int LENGTH = 8;
  private static final int OFTEN = 20;
  private static final int ROUNDS = 5_000;

  /** Each derived from the one before. */
  private static CancellableContext[] line(Context root) {
    CancellableContext[] line = new CancellableContext[LENGTH];
    Context parent = root;
    for (int i = 0; i < LENGTH; i++) {
      line[i] = parent.withCancel();
      parent = line[i];
    }
    return line;
  }

  private static void assertLive(Context ctx) {
    for (int poll = 0; poll < OFTEN; poll++) {
      assertThat(ctx.err()).isNull();
    }
  }

  @Test
  void promise12_theEndOfAnyAncestorIsSeenAtOnce() {
    for (int ended = 0; ended < LENGTH; ended++) {
      CancellableContext[] line = line(Context.background());
      for (int i = LENGTH - 1; i >= 0; i -= 3) {
        assertLive(line[i]);
      }
      Exception why = new Exception("the first");
      assertThat(line[ended].cancel(why)).isTrue();
      assertThat(line[ended].cancel()).isFalse();
      for (int i = LENGTH - 1; i >= 0; i--) {
        assertThat(line[i].cause()).isSameInstanceAs(i >= ended ? why : null);
        assertThat(line[i].isDone()).isEqualTo(i >= ended);
      }
    }
  }

  @Test
  void promise13_theEndOfOthersIsNotItsOwn() {
    CancellableContext[] line = line(Context.background());
    CancellableContext innermost = line[LENGTH - 1];
    for (int i = 0; i < LENGTH; i++) {
      CancellableContext[] besides = line(line[i]);
      assertLive(innermost);
      assertLive(besides[LENGTH - 1]);
      besides[0].cancel();
      assertThat(besides[LENGTH - 1].isDone()).isTrue();
      assertLive(innermost);
    }
    line[0].cancel();
    assertThat(innermost.isDone()).isTrue();
  }

  @Test
  void promise17_aChildThatEndedFirstKeepsItsCause() {
    CancellableContext[] line = line(Context.background());
    assertLive(line[LENGTH - 1]);
    Exception own = new Exception("own");
    line[LENGTH / 2].cancel(own);
    line[0].cancel(new Exception("later"));
    assertThat(line[LENGTH - 1].cause()).isSameInstanceAs(own);
  }

  @Test
  void promise20_theDeadlineIsSeenAlsoWhenTheAlarmWasTakenBack() {
    AtomicLong now = new AtomicLong();
    Context root = new RootContext("Context.stopped", new SilentTime(now));
    CancellableContext timed = line(root)[LENGTH - 1].withTimeout(Duration.ofNanos(100));
    CancellableContext innermost = line(timed)[LENGTH - 1];
    assertLive(innermost);
    Registration registration = innermost.afterFunc(Runnable::run, () -> {});
    assertLive(innermost);
    assertThat(registration.stop()).isTrue();
    now.set(100);
    assertThat(innermost.err()).isEqualTo(ContextError.DEADLINE_EXCEEDED);
  }

  /** Its alarms never ring. */
  private static final class SilentTime extends Time {
    private final AtomicLong now;

    SilentTime(AtomicLong now) {
      this.now = now;
    }

    @Override
    long nanos() {
      return now.get();
    }

    @Override
    Instant now() {
      return Instant.EPOCH.plusNanos(now.get());
    }

    @Override
    void set(Alarm alarm) {}

    @Override
    void unset(Alarm alarm) {}
  }

  @Test
  void promise24_cancelAgainstListeningAfterPolls() {
    AtomicInteger told = new AtomicInteger();
    race(
        (line, round) -> line[round % LENGTH].cancel(),
        (line, round) -> {
          Context innermost = line[LENGTH - 1];
          innermost.afterFunc(Runnable::run, told::incrementAndGet);
          Threads.until(() -> told.get() == round);
        });
  }

  @Test
  void promise12_cancelAgainstPolls() {
    race(
        (line, round) -> {
          assertThat(line[round % LENGTH].cancel()).isTrue();
          assertThat(line[LENGTH - 1].isDone()).isTrue();
        },
        (line, round) -> {
          boolean above = line[round % LENGTH].isDone();
          boolean done = line[LENGTH - 1].isDone();
          while (!done) {
            assertWithMessage("done above what is not").that(above).isFalse();
            above = line[round % LENGTH].isDone();
            done = line[LENGTH - 1].isDone();
          }
        });
  }

  @Test
  void promise11_twoCancelsAfterPolls() {
    AtomicInteger won = new AtomicInteger();
    Action cancel =
        (line, round) -> {
          if (line[round % LENGTH].cancel()) {
            won.incrementAndGet();
          }
          assertThat(line[LENGTH - 1].isDone()).isTrue();
        };
    race(cancel, cancel);
    assertThat(won.get()).isEqualTo(ROUNDS);
  }

  private interface Action {
    void on(CancellableContext[] line, int round);
  }

  /** Two threads do something to the same line, which was polled often; then to the next. */
  private static void race(Action one, Action other) {
    AtomicReference<CancellableContext[]> current = new AtomicReference<>();
    AtomicInteger made = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    Threads.together(
        () -> {
          for (int round = 1; round <= ROUNDS; round++) {
            CancellableContext[] line = line(Context.background());
            assertLive(line[LENGTH - 1]);
            current.set(line);
            made.set(round);
            one.on(line, round);
            int mine = round;
            Threads.until(() -> ended.get() == mine);
          }
        },
        () -> {
          for (int round = 1; round <= ROUNDS; round++) {
            int mine = round;
            Threads.until(() -> made.get() == mine);
            other.on(current.get(), round);
            ended.set(round);
          }
        });
  }
}
