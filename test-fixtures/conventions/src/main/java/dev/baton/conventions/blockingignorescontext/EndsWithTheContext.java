package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import dev.baton.context.concurrent.ContextGroup;
import dev.baton.context.concurrent.ContextTasks;
import dev.baton.context.concurrent.Futures;
import dev.baton.context.concurrent.Interrupts;
import dev.baton.context.http.HttpClients;
import dev.baton.context.jdbc.JdbcContexts;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** What the runtime offers instead. */
final class EndsWithTheContext {

  String take(Context ctx, BlockingQueue<String> queue, CountDownLatch open) throws Exception {
    Interrupts.run(ctx, open::await);
    Interrupts.run(
        ctx,
        () -> {
          open.await();
          Thread.sleep(10);
        });
    return Interrupts.call(ctx, queue::take);
  }

  void pause(Context ctx) throws InterruptedException {
    while (!ctx.isDone()) {
      ctx.awaitDone(Duration.ofMillis(100));
    }
  }

  String await(Context ctx, CompletableFuture<String> reply)
      throws ExecutionException, InterruptedException {
    return ctx.await(reply);
  }

  int update(Context ctx, PreparedStatement statement) throws SQLException {
    return JdbcContexts.update(ctx, statement)
        + JdbcContexts.execute(ctx, statement, PreparedStatement::executeUpdate);
  }

  int send(Context ctx, HttpClient client, HttpRequest request) throws Exception {
    return HttpClients.send(ctx, client, request, BodyHandlers.ofString()).statusCode()
        + HttpClients.sendAsync(ctx, client, request, BodyHandlers.ofString()).join().statusCode();
  }

  String bound(Context ctx, ExecutorService executor, Future<String> other) throws Exception {
    Future<String> own = ContextTasks.fork(ctx, executor, c -> "own");
    return own.get() + Futures.bind(ctx, other).get();
  }

  String group(Context ctx) throws Exception {
    try (ContextGroup group = ContextGroup.of(ctx)) {
      Future<String> first = group.fork(c -> "first");
      group.join();
      return first.get();
    }
  }
}
