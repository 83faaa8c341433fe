package dev.baton.conventions.attachwithoutdetach;

import io.grpc.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Whoever attaches puts the former context back, or has somebody do it. */
final class GrpcPutBack {

  private final Deque<Context> before = new ArrayDeque<>();
  private @Nullable Context previous;

  <T> T inAFinally(Context call, Callable<T> work) throws Exception {
    Context previous = call.attach();
    try {
      return work.call();
    } finally {
      call.detach(previous);
    }
  }

  void withACallBeforeTheTry(Context call, Runnable work) {
    Context previous = call.attach();
    long start = System.nanoTime();
    try {
      work.run();
    } finally {
      call.detach(previous);
      System.out.println(System.nanoTime() - start);
    }
  }

  void ofANewContext(Runnable work) {
    Context.CancellableContext call = Context.current().withCancellation();
    Context previous = call.attach();
    try {
      work.run();
    } finally {
      call.detachAndCancel(previous, null);
    }
  }

  void onlyAtTimes(@Nullable Context call, Runnable work) {
    Context previous = call == null ? null : call.attach();
    try {
      work.run();
    } finally {
      if (previous != null) {
        call.detach(previous);
      }
    }
  }

  void nothingInBetween(Context call) {
    Context previous = call.attach();
    call.detach(previous);
  }

  /** As a pair of methods of an interceptor. */
  void start(Context call) {
    previous = call.attach();
  }

  void end(Context call) {
    call.detach(previous);
  }

  void push(Context call) {
    before.push(call.attach());
  }

  void pop(Context call) {
    Context previous = before.pop();
    call.detach(previous);
  }

  Context enter(Context call) {
    return call.attach();
  }

  Runnable leaving(Context call) {
    Context previous = call.attach();
    return () -> call.detach(previous);
  }

  void atTheEndOfWork(Context call, Executor executor, Runnable work) {
    executor.execute(
        () -> {
          Context previous = call.attach();
          try {
            work.run();
          } finally {
            call.detach(previous);
          }
        });
  }

  void withoutAttaching(Context call, Runnable work) {
    call.run(work);
    call.wrap(work).run();
  }

  void byAHelper(Context call, Runnable work) {
    Context previous = call.attach();
    try {
      work.run();
    } finally {
      restore(call, previous);
    }
  }

  private static void restore(Context call, Context previous) {
    call.detach(previous);
  }
}
