package dev.baton.context;

import dev.baton.context.concurrent.ContextGroup;
import dev.baton.context.concurrent.Interrupts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;

/** What virtual threads do with contexts, for a JVM that is watched from outside. */
final class VirtualThreadWork {
  private static final int SOME = 2_000;
  private static final int MANY = 100_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private VirtualThreadWork() {}

  public static void main(String[] arguments) throws Exception {
    switch (arguments[0]) {
      case "all" -> {
        // First where it does not count: whoever waits for a class to be loaded is pinned.
        ExecutorService platform = Executors.newCachedThreadPool();
        waitInEveryWay(platform, 10);
        platform.shutdown();
        printPinned(() -> waitInEveryWay(threads(), SOME));
      }
      case "pinned" -> printPinned(VirtualThreadWork::waitPinned);
      case "contexts" -> System.out.println(endOfContexts());
      case "futures" -> System.out.println(endOfFutures());
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private interface Work {
    void run() throws Exception;
  }

  /** Prints what the flight recorder says of virtual threads that wait and keep their carrier. */
  private static void printPinned(Work work) throws Exception {
    Path file = Files.createTempFile("pinned", ".jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
      RecordingFile.readAllEvents(file).forEach(System.out::println);
    } finally {
      Files.delete(file);
    }
  }

  /** {@code Executors.newVirtualThreadPerTaskExecutor()}, which this code's oldest JDK lacks. */
  private static ExecutorService threads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private static void waitInEveryWay(ExecutorService threads, int some) throws Exception {
    CancellableContext root = Context.background().withCancel();
    CountDownLatch started = new CountDownLatch(4 * some);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < some; i++) {
      ends.add(
          threads.submit(
              () -> {
                try (CancellableContext ctx = root.withTimeout(HOUR)) {
                  ctx.afterFunc(() -> {}).stop();
                  started.countDown();
                  ctx.awaitDone();
                }
                return null;
              }));
      ends.add(threads.submit(() -> await(root.withCancel(), started)));
      ends.add(
          threads.submit(
              () -> {
                Interrupts.call(
                    root,
                    () -> {
                      started.countDown();
                      Thread.sleep(HOUR.toMillis());
                      return null;
                    });
                return null;
              }));
      ends.add(
          threads.submit(
              () -> {
                try (ContextGroup group = ContextGroup.of(root)) {
                  Future<Object> end = group.fork(ctx -> await(ctx, started));
                  group.join();
                  return end.get();
                }
              }));
    }
    started.await();
    root.cancel();
    for (Future<?> end : ends) {
      try {
        end.get(1, TimeUnit.MINUTES);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof ContextException)
            && !(e.getCause().getCause() instanceof ContextException)) {
          throw e;
        }
      }
    }
    System.out.println("ended: " + ends.size());
  }

  private static Object await(Context ctx, CountDownLatch started) throws Exception {
    started.countDown();
    return ctx.await(new CompletableFuture<>());
  }

  /** Waits as no virtual thread should, so that whoever watches sees that. */
  private static void waitPinned() throws Exception {
    threads().submit(Pinning::touch).get();
  }

  private static final class Pinning {
    static {
      LockSupport.parkNanos(
          TimeUnit.MILLISECONDS.toNanos(10)); // in an initializer it stays mounted
    }

    static void touch() {}
  }

  /** Milliseconds from the cancel of one root until all who wait below it have ended. */
  private static long endOfContexts() throws Exception {
    ExecutorService threads = threads();
    CancellableContext root = Context.background().withCancel();
    CountDownLatch started = new CountDownLatch(MANY);
    CountDownLatch ended = new CountDownLatch(MANY);
    for (int i = 0; i < MANY; i++) {
      threads.execute(
          () -> {
            try (CancellableContext ctx = root.withTimeout(HOUR)) {
              started.countDown();
              ctx.awaitDone();
              ended.countDown();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e); // nobody interrupts; not counted
            }
          });
    }
    started.await();
    return millisOf(root::close, ended);
  }

  /** The same with futures that one future completes. */
  private static long endOfFutures() throws Exception {
    ExecutorService threads = threads();
    CompletableFuture<Object> root = new CompletableFuture<>();
    CountDownLatch started = new CountDownLatch(MANY);
    CountDownLatch ended = new CountDownLatch(MANY);
    for (int i = 0; i < MANY; i++) {
      threads.execute(
          () -> {
            CompletableFuture<Object> own =
                new CompletableFuture<>().orTimeout(HOUR.toSeconds(), TimeUnit.SECONDS);
            CompletableFuture<?> link = root.thenAccept(own::complete);
            started.countDown();
            own.join();
            link.cancel(false);
            ended.countDown();
          });
    }
    started.await();
    return millisOf(() -> root.complete("end"), ended);
  }

  private static long millisOf(Runnable end, CountDownLatch ended) throws InterruptedException {
    long start = System.nanoTime();
    end.run();
    if (!ended.await(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException(ended.getCount() + " still wait");
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
