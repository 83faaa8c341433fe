package dev.baton.conventions.blockingignorescontext;

import dev.baton.context.Context;
import dev.baton.context.concurrent.Interrupts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** The result is there, so asking for it does not block. */
final class FuturesThatAreDone {

  String ifDone(Context ctx, Future<String> reply) throws Exception {
    if (reply.isDone()) {
      return reply.get();
    }
    ctx.throwIfDone();
    return "";
  }

  String inConditional(Context ctx, CompletableFuture<String> reply) {
    return !reply.isDone() || ctx.isDone() ? "" : reply.join();
  }

  String afterExit(Context ctx, CompletableFuture<String> reply) {
    if (!reply.isDone()) {
      ctx.throwIfDone();
      return "";
    }
    return reply.join();
  }

  List<String> ofTasksThatHaveRun(
      Context ctx, ExecutorService executor, List<Callable<String>> tasks) throws Exception {
    List<String> rows = new ArrayList<>();
    for (Future<String> row : Interrupts.call(ctx, () -> executor.invokeAll(tasks))) {
      rows.add(row.get());
    }
    return rows;
  }

  String afterAwait(Context ctx, CompletableFuture<String> one, CompletableFuture<String> other)
      throws ExecutionException, InterruptedException {
    ctx.await(CompletableFuture.allOf(one, other));
    return one.join() + other.join();
  }

  List<String> afterAwaitOfAll(Context ctx, List<CompletableFuture<String>> replies)
      throws ExecutionException, InterruptedException {
    ctx.await(CompletableFuture.allOf(replies.toArray(new CompletableFuture<?>[0])));
    return replies.stream().map(CompletableFuture::join).toList();
  }

  void inOwnStage(Context ctx, CompletableFuture<String> reply) {
    reply.whenComplete((row, failure) -> System.out.println(reply.join()));
    reply.thenRun(ctx::throwIfDone).thenRun(() -> System.out.println(reply.join()));
  }

  List<String> inStage(Context ctx, List<CompletableFuture<String>> replies)
      throws ExecutionException, InterruptedException {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(replies.toArray(new CompletableFuture<?>[0]));
    return ctx.await(all.thenApply(done -> replies.stream().map(CompletableFuture::join).toList()));
  }
}
