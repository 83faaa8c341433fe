package dev.baton.context.jdbc;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.CancellableContext;
import dev.baton.context.CancelledException;
import dev.baton.context.Context;
import dev.baton.context.ContextException;
import dev.baton.context.DeadlineExceededException;
import dev.baton.context.Threads;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds on each database. Whether a query runs is asked of the server, by another session. */
@Timeout(value = 1200, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a query may be endless
abstract class DatabaseContract {
  private static final int ROUNDS = 10_000;

  private Connection connection;
  private Connection observer;

  abstract Connection connect() throws SQLException;

  /** A query of one number that takes hours. */
  abstract String endless();

  /** A query of one number that takes about a millisecond. */
  abstract String brief();

  /** A query that counts the sessions which execute {@link #endless()}. */
  abstract String executing();

  @BeforeEach
  void open() throws SQLException {
    connection = connect();
    observer = connect();
    try (Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists numbers");
      statement.execute("create table numbers (n bigint)");
      statement.execute("insert into numbers values (7)");
    }
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    observer.close();
  }

  static long only(ResultSet rows) throws SQLException {
    assertThat(rows.next()).isTrue();
    return rows.getLong(1);
  }

  /** On the connection of the test, and without a context: what a cancel must never hit. */
  private long select(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return only(rows);
    }
  }

  private boolean isExecuting() {
    try (Statement statement = observer.createStatement();
        ResultSet rows = statement.executeQuery(executing())) {
      return only(rows) > 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aQueryGivesItsRows() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select n from numbers");
        CancellableContext ctx = Context.background().withTimeout(Duration.ofHours(1))) {
      assertThat(JdbcContexts.<Long>query(ctx, query, DatabaseContract::only)).isEqualTo(7);
    }
  }

  @Test
  void cancelStopsTheQueryOnTheServer() throws SQLException {
    CancellableContext ctx = Context.background().withCancel();
    Throwable why = new Throwable("why");
    CompletableFuture<Void> worker =
        Threads.start(
            () -> {
              try (PreparedStatement query = connection.prepareStatement(endless())) {
                CancelledException e =
                    assertThrows(
                        CancelledException.class,
                        () -> JdbcContexts.query(ctx, query, DatabaseContract::only));
                assertThat(e).hasCauseThat().isSameInstanceAs(why);
                assertThat(((SQLException) e.getSuppressed()[0]).getSQLState()).isEqualTo("57014");
              }
            });
    Threads.until(this::isExecuting);
    assertThat(worker.isDone()).isFalse();
    ctx.cancel(why);
    Threads.until(() -> !isExecuting());
    Threads.join(worker);
    assertThat(select("select n from numbers")).isEqualTo(7);
  }

  @Test
  void aDeadlineStopsTheQueryOnTheServer() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(endless());
        CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(200))) {
      assertThrows(
          DeadlineExceededException.class,
          () -> JdbcContexts.query(ctx, query, DatabaseContract::only));
    }
    assertThat(isExecuting()).isFalse();
    assertThat(select("select n from numbers")).isEqualTo(7);
  }

  @Test
  void anUpdateThatIsCancelledHasNoEffect() throws SQLException {
    String update = "update numbers set n = (" + endless() + ")";
    try (PreparedStatement statement = connection.prepareStatement(update);
        CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(200))) {
      assertThrows(DeadlineExceededException.class, () -> JdbcContexts.update(ctx, statement));
    }
    assertThat(select("select n from numbers")).isEqualTo(7);
    try (PreparedStatement statement =
        connection.prepareStatement("update numbers set n = n + 1")) {
      assertThat(JdbcContexts.update(Context.background(), statement)).isEqualTo(1);
    }
    assertThat(select("select n from numbers")).isEqualTo(8);
  }

  @Test
  void aTransactionIsRolledBackAndGoesOn() throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement query = connection.prepareStatement(endless());
        CancellableContext ctx = Context.background().withTimeout(Duration.ofMillis(200))) {
      assertThrows(
          DeadlineExceededException.class,
          () -> JdbcContexts.query(ctx, query, DatabaseContract::only));
    }
    connection.rollback();
    assertThat(select("select n from numbers")).isEqualTo(7);
    connection.commit();
  }

  @Test
  void anInterruptOfTheCallerIsNoEndOfTheContext() {
    CancellableContext ctx = Context.background().withCancel();
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<Void> worker =
        Threads.start(
            () -> {
              thread.complete(Thread.currentThread());
              try (PreparedStatement query = connection.prepareStatement(endless())) {
                assertThrows(
                    CancelledException.class,
                    () -> JdbcContexts.query(ctx, query, DatabaseContract::only));
              }
              interrupted.complete(Thread.interrupted());
            });
    Threads.until(this::isExecuting);
    Threads.join(thread).interrupt();
    for (int i = 0; i < 20; i++) {
      assertThat(isExecuting()).isTrue();
    }
    assertThat(worker.isDone()).isFalse();
    ctx.cancel();
    Threads.join(worker);
    assertThat(Threads.join(interrupted)).isTrue();
  }

  @Test
  void aLateCancelNeverHitsTheNextStatement() throws SQLException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long usual = usualNanos();
    int cancelled = 0;
    try (PreparedStatement query = connection.prepareStatement(brief());
        PreparedStatement next = connection.prepareStatement("select n from numbers")) {
      for (int round = 0; round < ROUNDS; round++) {
        CancellableContext ctx = Context.background().withCancel();
        long delay = (long) (2 * usual * random.nextDouble());
        CompletableFuture<Void> canceller =
            Threads.startPooled(
                () -> {
                  long start = System.nanoTime();
                  while (System.nanoTime() - start < delay) {
                    Thread.onSpinWait();
                  }
                  ctx.cancel();
                });
        try {
          JdbcContexts.query(ctx, query, DatabaseContract::only);
        } catch (ContextException e) {
          cancelled++;
        }
        try (ResultSet rows = next.executeQuery()) {
          assertThat(only(rows)).isEqualTo(7);
        } catch (SQLException e) {
          throw new AssertionError("round " + round + " of seed " + seed, e);
        }
        Threads.join(canceller);
      }
    }
    assertWithMessage("rounds cancelled").that(cancelled).isGreaterThan(0);
    assertWithMessage("rounds cancelled").that(cancelled).isLessThan(ROUNDS);
  }

  /** What a brief query takes, here and now. */
  private long usualNanos() throws SQLException {
    long best = Long.MAX_VALUE;
    try (PreparedStatement query = connection.prepareStatement(brief())) {
      for (int i = 0; i < 100; i++) {
        long start = System.nanoTime();
        JdbcContexts.query(Context.background(), query, DatabaseContract::only);
        best = Math.min(best, System.nanoTime() - start);
      }
    }
    return best;
  }
}
