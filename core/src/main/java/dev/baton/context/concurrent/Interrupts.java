package dev.baton.context.concurrent;

import static java.util.Objects.requireNonNull;

import dev.baton.context.Context;
import dev.baton.context.ContextException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking code that only an interrupt stops: when the context is done, this thread is
 * interrupted.
 *
 * <pre>{@code
 * Order next = Interrupts.call(ctx, orders::take);
 * }</pre>
 *
 * <p>Only for code that stops when it is interrupted and leaves all in order then, such as waits
 * for queues, locks and processes. A file database is none: an interrupt may close its file.
 *
 * <p>An interrupt of somebody else is left alone: one that was pending on entry, or came before
 * that of the context was sent, is pending after the call, or was thrown by it. One that comes
 * while or after that of the context is sent cannot be told apart, and goes with it. Calls may be
 * nested, with any contexts.
 *
 * <p>Safe for use by any number of threads. Go needs no counterpart, as its blocking calls take
 * contexts or channels.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public final class Interrupts {
  private Interrupts() {}

  private interface Work<T extends @Nullable Object, E extends Exception> {
    T call() throws E, InterruptedException;
  }

  /**
   * Runs code that gives a result.
   *
   * @param blocking not called if the context is done
   * @return what {@code blocking} returns, also if the context is done by then
   * @throws ContextException if the context is done, and was on entry or {@code blocking} throws
   *     InterruptedException, which is then suppressed in it
   * @throws InterruptedException if {@code blocking} does and the context is not done
   * @throws Exception as {@code blocking} does; other exceptions that an interrupt may lead to,
   *     such as {@link java.nio.channels.ClosedByInterruptException}, are not translated
   */
  public static <T extends @Nullable Object> T call(Context ctx, Callable<T> blocking)
      throws Exception {
    requireNonNull(blocking, "blocking");
    return Interrupts.<T, Exception>work(ctx, blocking::call);
  }

  /**
   * Runs code that gives no result.
   *
   * @param blocking not called if the context is done
   * @throws ContextException as {@link #call} does
   * @throws InterruptedException if {@code blocking} does and the context is not done
   */
  public static void run(Context ctx, InterruptibleRunnable blocking) throws InterruptedException {
    requireNonNull(blocking, "blocking");
    Interrupts.<@Nullable Void, InterruptedException>work(
        ctx,
        () -> {
          blocking.run();
          return null;
        });
  }

  private static <T extends @Nullable Object, E extends Exception> T work(
      Context ctx, Work<T, E> work) throws E, InterruptedException {
    ctx.throwIfDone();
    Interruption interruption = Interruption.whenDone(ctx);
    try {
      return work.call();
    } catch (InterruptedException e) {
      boolean others = interruption.endByException();
      throwIfDone(ctx, e, others);
      throw e;
    } finally {
      interruption.end();
    }
  }

  private static void throwIfDone(Context ctx, InterruptedException interrupted, boolean others) {
    try {
      ctx.throwIfDone();
    } catch (ContextException e) {
      e.addSuppressed(interrupted);
      if (others) {
        Thread.currentThread().interrupt(); // this exception does not tell of theirs
      }
      throw e;
    }
  }
}
