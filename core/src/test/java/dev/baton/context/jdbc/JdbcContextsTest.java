package dev.baton.context.jdbc;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.DeadlineExceededException;
import dev.baton.context.Threads;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What drivers and databases do seldom or never, and so a driver that is made for it. */
final class JdbcContextsTest {
  private static final String CANCELED = "57014";

  private final CountDownLatch working = new CountDownLatch(1);
  private final CountDownLatch cancelling = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch release = new CountDownLatch(1);

  private static SQLException canceled() {
    return new SQLException("canceled", CANCELED);
  }

  @Test
  void aContextThatIsDoneExecutesNothing() {
    FakeStatement fake = new FakeStatement(() -> {}, () -> {});
    Context ctx = Context.background().withTimeout(Duration.ZERO);
    assertThrows(DeadlineExceededException.class, () -> JdbcContexts.update(ctx, fake.get()));
    assertThat(fake.calls).isEmpty();
  }

  @Test
  void aLiveContextChangesNothing() throws SQLException {
    FakeStatement fake = new FakeStatement(() -> {}, () -> {});
    CancellableContext ctx = Context.background().withCancel();
    assertThat(JdbcContexts.update(ctx, fake.get())).isEqualTo(1);
    assertThat(JdbcContexts.<PreparedStatement, Object>execute(ctx, fake.get(), s -> null))
        .isNull();
    ctx.cancel(); // too late
    assertThat(fake.calls).containsExactly("update");
  }

  @Test
  void theEndOfTheContextCancelsOnAnotherThread() {
    Throwable why = new Throwable("why");
    CancellableContext ctx = Context.background().withCancel();
    CompletableFuture<Thread> canceller = new CompletableFuture<>();
    SQLException canceled = canceled();
    FakeStatement fake =
        new FakeStatement(
            () -> {
              ctx.cancel(why); // returns although the driver's cancel does not
              release.countDown();
              Threads.await(cancelling);
              throw canceled;
            },
            () -> {
              canceller.complete(Thread.currentThread());
              Threads.await(release);
              cancelling.countDown();
            });
    CancelledException e =
        assertThrows(CancelledException.class, () -> JdbcContexts.update(ctx, fake.get()));
    assertThat(e).hasCauseThat().isSameInstanceAs(why);
    assertThat(e.getSuppressed()).asList().containsExactly(canceled);
    assertThat(Threads.join(canceller)).isNotSameInstanceAs(Thread.currentThread());
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** The work ends while the cancel is on its way: it would hit whatever is executed next. */
  @Test
  void aCancelThatHasStartedIsWaitedFor() {
    CancellableContext ctx = Context.background().withCancel();
    FakeStatement fake =
        new FakeStatement(
            () -> {
              working.countDown();
              Threads.await(cancelling);
              ended.countDown();
            },
            () -> {
              cancelling.countDown();
              Threads.await(release);
            });
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<Void> worker =
        Threads.start(
            () -> {
              thread.complete(Thread.currentThread());
              assertThat(JdbcContexts.update(ctx, fake.get()))
                  .isEqualTo(1); // it was done, after all
              fake.calls.add("next");
              interrupted.complete(Thread.interrupted());
            });
    Threads.await(working);
    ctx.cancel();
    Threads.await(ended);
    Threads.untilParked(Threads.join(thread));
    Threads.join(thread).interrupt(); // does not help
    Threads.untilParked(Threads.join(thread));
    assertThat(worker.isDone()).isFalse();
    release.countDown();
    Threads.join(worker);
    assertThat(Threads.join(interrupted)).isTrue();
    assertThat(fake.calls).containsExactly("update", "cancel", "cancelled", "next").inOrder();
  }

  @Test
  void aCancelThatHasStartedIsWaitedForAlsoIfTheWorkThrows() {
    CountDownLatch ended = new CountDownLatch(1);
    CancellableContext ctx = Context.background().withCancel();
    IllegalStateException thrown = new IllegalStateException("work");
    FakeStatement fake =
        new FakeStatement(
            () -> {
              ctx.cancel();
              Threads.await(cancelling);
              ended.countDown();
              throw thrown;
            },
            () -> {
              cancelling.countDown();
              Threads.await(release);
            });
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<Void> worker =
        Threads.start(
            () -> {
              thread.complete(Thread.currentThread());
              assertThat(
                      assertThrows(
                          IllegalStateException.class, () -> JdbcContexts.update(ctx, fake.get())))
                  .isSameInstanceAs(thrown);
            });
    Threads.await(ended);
    Threads.untilParked(Threads.join(thread)); // so it is the next, before another cancel
    release.countDown();
    Threads.join(worker);
    assertThat(fake.calls).containsExactly("update", "cancel", "cancelled").inOrder();
  }

  @Test
  void aCancelThatComesTooEarlyIsRepeated() {
    CountDownLatch fourth = new CountDownLatch(4);
    FakeStatement fake =
        new FakeStatement(
            () -> {
              Threads.await(fourth);
              throw canceled();
            },
            fourth::countDown);
    try (CancellableContext ctx = Context.background().withCancel()) {
      assertThrows(
          CancelledException.class,
          () ->
              JdbcContexts.execute(
                  ctx,
                  fake.get(),
                  statement -> {
                    ctx.cancel(); // while nothing executes
                    return statement.executeUpdate();
                  }));
    }
  }

  @Test
  void aCancelThatFailsIsRepeated() {
    for (Exception failure :
        new Exception[] {new SQLException("no connection left"), new IllegalStateException("x")}) {
      AtomicInteger cancels = new AtomicInteger();
      CountDownLatch third = new CountDownLatch(1);
      CancellableContext ctx = Context.background().withCancel();
      FakeStatement fake =
          new FakeStatement(
              () -> {
                ctx.cancel();
                Threads.await(third);
                throw canceled();
              },
              () -> {
                if (cancels.incrementAndGet() == 3) {
                  third.countDown();
                } else if (failure instanceof SQLException e) {
                  throw e;
                } else {
                  throw (RuntimeException) failure;
                }
              });
      assertThrows(CancelledException.class, () -> JdbcContexts.update(ctx, fake.get()));
    }
  }

  @Test
  void withoutSupportTheWorkGoesOnToItsOwnEnd() throws SQLException {
    CancellableContext ctx = Context.background().withCancel();
    FakeStatement fake =
        new FakeStatement(
            () -> {
              ctx.cancel();
              Threads.await(cancelling);
            },
            () -> {
              cancelling.countDown();
              throw new SQLFeatureNotSupportedException("cancel");
            });
    assertThat(JdbcContexts.update(ctx, fake.get())).isEqualTo(1);
  }

  @Test
  void onlyACancelOfADoneContextBecomesItsEnd() {
    SQLException other = new SQLException("disk full", "53100");
    SQLException noState = new SQLException("no state");
    SQLException byAnother = canceled(); // by an administrator, or another time limit
    for (SQLException thrown : new SQLException[] {other, noState}) {
      CancellableContext done = Context.background().withCancel();
      FakeStatement fake =
          new FakeStatement(
              () -> {
                done.cancel();
                throw thrown;
              },
              () -> {});
      SQLException e =
          assertThrows(SQLException.class, () -> JdbcContexts.update(done, fake.get()));
      assertThat((Throwable) e).isSameInstanceAs(thrown);
    }
    try (CancellableContext live = Context.background().withCancel()) {
      FakeStatement fake =
          new FakeStatement(
              () -> {
                throw byAnother;
              },
              () -> {});
      SQLException e =
          assertThrows(SQLException.class, () -> JdbcContexts.update(live, fake.get()));
      assertThat((Throwable) e).isSameInstanceAs(byAnother);
    }
  }

  @Test
  void nested_eachContextEndsItsOwnWork() throws SQLException {
    try (CancellableContext outer = Context.background().withCancel()) {
      CancellableContext inner = outer.withCancel();
      FakeStatement outerFake = new FakeStatement(() -> {}, () -> {});
      FakeStatement innerFake =
          new FakeStatement(
              () -> {
                inner.cancel();
                Threads.await(cancelling);
                throw canceled();
              },
              cancelling::countDown);
      int updated =
          JdbcContexts.execute(
              outer,
              outerFake.get(),
              statement -> {
                assertThrows(
                    CancelledException.class, () -> JdbcContexts.update(inner, innerFake.get()));
                return statement.executeUpdate();
              });
      assertThat(updated).isEqualTo(1);
      assertThat(outerFake.calls).containsExactly("update");
    }
  }

  /** Whatever the order, nothing is cancelled once the work is over. */
  @Test
  void aCancelThatMeetsTheEndOfTheWork() {
    for (int round = 0; round < 10_000; round++) {
      CancellableContext ctx = Context.background().withCancel();
      FakeStatement fake = new FakeStatement(() -> {}, () -> {});
      Threads.together(
          () -> {
            try {
              JdbcContexts.update(ctx, fake.get());
            } catch (CancelledException e) {
              assertThat(fake.calls).isEmpty();
            }
            fake.calls.add("next");
          },
          ctx::close);
      assertThat(fake.calls.get(fake.calls.size() - 1)).isEqualTo("next");
    }
  }

  @Test
  void nullsAreRefused() {
    Context ctx = Context.background();
    PreparedStatement statement = new FakeStatement(() -> {}, () -> {}).get();
    assertThrows(NullPointerException.class, () -> JdbcContexts.update(null, statement));
    assertThrows(NullPointerException.class, () -> JdbcContexts.update(ctx, null));
    assertThrows(NullPointerException.class, () -> JdbcContexts.query(ctx, statement, null));
    assertThrows(NullPointerException.class, () -> JdbcContexts.execute(ctx, statement, null));
  }
}
