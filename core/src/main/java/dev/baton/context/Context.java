package dev.baton.context;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Carries a cancel signal, a deadline and request-scoped values through the calls that serve one
 * request. It is Go's {@code context.Context} for the JVM; the {@linkplain dev.baton.context
 * package} page has the rules of use.
 *
 * <p>A context is immutable but for its end: it is <em>live</em>, then <em>done</em>, for good.
 * Contexts form a tree. When one is done, all that are derived from it are, and no other. A context
 * ends when it is {@linkplain CancellableContext#cancel() cancelled} or when its deadline passes,
 * whichever is first; one that has neither, such as {@link #background()}, never ends.
 *
 * <p>Every method may be called from any number of threads. The methods that observe never block
 * and never run user code. All methods throw {@link NullPointerException} for a null argument,
 * except where it is a cause or a value.
 *
 * <p>A context is the first parameter of a method, is called {@code ctx}, and is not kept in a
 * field.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public abstract sealed class Context permits BaseContext, CancellableContext, ValueContext {
  /** The nearest context above this one that can end, if any; it is below {@link #base}. */
  final @Nullable CancellableContext node;

  /** The nearest value above this one, if any. */
  final @Nullable ValueContext values;

  /** The root or detached context at or above this one. */
  final BaseContext base;

  /** Derived from a parent. */
  Context(Context parent) {
    this.node = parent.nearest();
    this.values = parent.nearestValue();
    this.base = parent.base;
  }

  /** A base. */
  Context(@Nullable ValueContext values) {
    this.node = null;
    this.values = values;
    this.base = (BaseContext) this;
  }

  // ---------------------------------------------------------------------------------- roots

  /**
   * The root of all contexts: never done, no deadline, no values. For {@code main}, for tests, and
   * for the code that receives requests.
   *
   * @return always the same context
   */
  public static Context background() {
    return RootContext.BACKGROUND;
  }

  /**
   * A root like {@link #background()} but not the same, for code that should be given a context and
   * is not yet. Searching for it finds what is left to do.
   *
   * @return always the same context
   */
  public static Context todo() {
    return RootContext.TODO;
  }

  // --------------------------------------------------------------------------------- derive

  /**
   * Derives a context that can be cancelled.
   *
   * <p>A context that nobody listens to and nobody cancels leaks nothing, but its work goes on: use
   * try-with-resources.
   *
   * @return done when it is cancelled or when this context is done
   */
  public final CancellableContext withCancel() {
    return new CancellableContext(this);
  }

  /**
   * Derives a context that ends by itself after a time.
   *
   * @param timeout zero or negative: the result is done on return; of any length, even {@code
   *     Duration.ofSeconds(Long.MAX_VALUE)}
   * @return as {@link #withDeadline(Instant)}; measured on the JVM's nanosecond clock, so changes
   *     of the time of day do not matter
   */
  public final CancellableContext withTimeout(Duration timeout) {
    return Deadlines.after(this, timeout, null);
  }

  /**
   * Derives a context that ends by itself after a time, and says why.
   *
   * @param cause what {@link #cause()} gives if it is this time-out that ends the context, and not
   *     a cancel or an ancestor; null is none
   */
  public final CancellableContext withTimeout(Duration timeout, @Nullable Throwable cause) {
    return Deadlines.after(this, timeout, cause);
  }

  /**
   * Derives a context that ends by itself at a time of day.
   *
   * <p>A deadline is never later than the parent's: if the parent's is earlier, this is {@link
   * #withCancel()}. The time that is left is determined once, when the context is made.
   *
   * @param deadline past: the result is done on return; {@link Instant#MIN} and {@link Instant#MAX}
   *     are allowed
   * @return done when the deadline passes, when it is cancelled, or when this context is done
   */
  public final CancellableContext withDeadline(Instant deadline) {
    return Deadlines.at(this, deadline, null);
  }

  /**
   * Derives a context that ends by itself at a time of day, and says why.
   *
   * @param cause what {@link #cause()} gives if it is this deadline that ends the context, and not
   *     a cancel or an ancestor; null is none; dropped if this context's own deadline is earlier
   */
  public final CancellableContext withDeadline(Instant deadline, @Nullable Throwable cause) {
    return Deadlines.at(this, deadline, cause);
  }

  /**
   * Derives a context with two ancestors: it has the values of this one, and is done when this one
   * or {@code other} is done. A request that must also stop when the server shuts down is one use.
   * Go has no counterpart.
   *
   * @param other gives its end and its deadline, not its values
   * @return err and cause are those of whichever ended first; the deadline is the earlier one
   */
  public final CancellableContext withCancelOn(Context other) {
    return new JoinedContext(this, requireNonNull(other, "other"));
  }

  /**
   * Derives a context that carries a value. Values are for data that belongs to the request and
   * crosses interfaces, such as a trace id; not for what should be a parameter.
   *
   * @param value null is a value: it hides an outer one and the key's default
   */
  public final <T> Context withValue(Key<T> key, @Nullable T value) {
    return new ValueContext(this, requireNonNull(key, "key"), value);
  }

  /**
   * Derives a context with the values of this one and nothing else: no deadline, and never done,
   * also if this one is or will be. For work that has to go on after its request.
   */
  public final Context withoutCancel() {
    return new DetachedContext(this);
  }

  // -------------------------------------------------------------------------------- observe

  /** Whether this context has ended; the same as {@code err() != null}. */
  public final boolean isDone() {
    CancellableContext nearest = nearest();
    return nearest != null && nearest.ended();
  }

  /** How this context ended; null while it is live. Once set it never changes. */
  public final @Nullable ContextError err() {
    CancellableContext nearest = nearest();
    return nearest == null || !nearest.ended() ? null : nearest.end().error();
  }

  /**
   * Why this context ended: null while it is live, never null after. It is the cause that was given
   * to the cancel or the deadline that ended this context or the ancestor by which it ended; if
   * none was given, a {@link CancelledException} or a {@link DeadlineExceededException} that
   * belongs to the context that ended, the same at each call. The latter is made by the first call,
   * and so is its stack trace.
   */
  public final @Nullable Throwable cause() {
    CancellableContext nearest = nearest();
    return nearest == null || !nearest.ended() ? null : nearest.endedBy().endCause();
  }

  /**
   * Throws if this context is done. Long computations call it now and then.
   *
   * @throws ContextException a fresh one at each call, whose {@link Throwable#getCause()} is {@link
   *     #cause()} when that was given by a user, and null otherwise
   */
  public final void throwIfDone() {
    CancellableContext nearest = nearest();
    if (nearest != null && nearest.ended()) {
      throw nearest.end().toException();
    }
  }

  /**
   * When this context ends by itself at the latest; empty if it has no deadline. It never changes,
   * also after the end. For {@link #withDeadline} exactly the instant given; for {@link
   * #withTimeout} the time of day that corresponds to it, {@link Instant#MAX} if there is none.
   */
  public final Optional<Instant> deadline() {
    return Optional.ofNullable(Deadlines.of(this));
  }

  /**
   * The time that is left until the deadline.
   *
   * @return {@code Duration.ofNanos(Long.MAX_VALUE)} if there is no deadline, so {@code toNanos()}
   *     never overflows; never negative; a context that was cancelled still has time left
   */
  public final Duration remaining() {
    return Deadlines.remaining(this);
  }

  /**
   * The value for a key: that of the nearest {@link #withValue} at or above this context, else the
   * key's default, else null.
   */
  public final <T> @Nullable T value(Key<T> key) {
    return ValueContext.lookUp(nearestValue(), requireNonNull(key, "key"));
  }

  // ------------------------------------------------------------------------ wait and listen

  /**
   * Waits until this context is done; for ever, if it has no end. Go's {@code <-ctx.Done()}.
   *
   * @throws InterruptedException if the thread is interrupted on entry, even of a context that is
   *     done, or while it waits
   */
  public final void awaitDone() throws InterruptedException {
    Waiter.await(nearest());
  }

  /**
   * Waits until this context is done, but not for ever. Go's {@code select} of {@code ctx.Done()}
   * and {@code time.After}: a sleep that a cancel cuts short.
   *
   * @param atMost zero or negative: does not wait
   * @return true if this context is done, false if the time is up
   * @throws InterruptedException if the thread is interrupted on entry, even of a context that is
   *     done, or while it waits
   */
  public final boolean awaitDone(Duration atMost) throws InterruptedException {
    return Waiter.await(nearest(), requireNonNull(atMost, "atMost"));
  }

  /**
   * Waits for a stage or for the end of this context, whichever is first. If both are complete the
   * stage's result counts.
   *
   * <p>The stage is not cancelled: do that yourself if it should be. A {@code CompletableFuture} is
   * left as it was. Another kind of stage keeps an empty callback.
   *
   * @return what the stage was completed with, which may be null
   * @throws ContextException if this context is done and the stage is not complete
   * @throws ExecutionException if the stage failed, also if it failed with a ContextException
   * @throws java.util.concurrent.CancellationException if the stage was cancelled
   * @throws InterruptedException if the thread is interrupted on entry or while it waits
   */
  public final <T> T await(CompletionStage<T> stage)
      throws InterruptedException, ExecutionException {
    return StageWait.await(nearest(), requireNonNull(stage, "stage"));
  }

  /**
   * A stage that completes, normally and with null, when this context is done.
   *
   * <p>Its holder cannot complete it. It is complete when the {@code cancel} that ends this context
   * returns. Dependents without an executor of their own run on the cancelling thread, or on a
   * callback thread after a deadline. It counts as a listener for as long as the context lives, and
   * a dependent cannot be taken back: use {@link #afterFunc(Runnable)} where that matters.
   */
  public final CompletionStage<Void> done() {
    return DoneListener.stage(nearest());
  }

  /**
   * Runs an action once this context is done, at once if it is done already, on a thread of its
   * own: a virtual thread on JDK 21 and newer, else one of a pool of daemon threads without limit.
   *
   * <p>Registrations are independent of each other. What the action throws goes to its thread's
   * uncaught exception handler.
   *
   * <p>To cancel another context write {@code ctx.afterFunc(other::close)}; {@code other::cancel}
   * is ambiguous.
   *
   * @return to take the action back; on a context that has no end nothing is stored
   */
  public final Registration afterFunc(Runnable action) {
    return AfterFunc.register(nearest(), null, requireNonNull(action, "action"));
  }

  /**
   * Runs an action by an executor once this context is done.
   *
   * <p>{@code Runnable::run} as the executor runs it on the thread that cancels, on a callback
   * thread after a deadline, and on the caller if the context is done already. Then it must be
   * short and must not block: whoever cancels waits for it. Nothing is locked meanwhile. An action
   * that throws or an executor that rejects harms nobody else: the exception goes to the thread's
   * uncaught exception handler.
   *
   * @param executor is handed the action when this context is done, not before
   */
  public final Registration afterFunc(Executor executor, Runnable action) {
    return AfterFunc.register(
        nearest(), requireNonNull(executor, "executor"), requireNonNull(action, "action"));
  }

  // --------------------------------------------------------------------------------- shared

  /** This context or the nearest above it that can end. */
  final @Nullable CancellableContext nearest() {
    return this instanceof CancellableContext self ? self : node;
  }

  /** This context or the nearest above it that carries a value. */
  final @Nullable ValueContext nearestValue() {
    return this instanceof ValueContext self ? self : values;
  }

  /** Appends what this context was derived by. */
  abstract void describe(StringBuilder chain);

  /**
   * The chain of derivations with what was given, such as {@code
   * Context.background.withCancel.withTimeout(PT2S)}. Of a value only the key's name is shown, as
   * values may be secrets.
   */
  @Override
  public final String toString() {
    return Lineage.describe(this);
  }
}
