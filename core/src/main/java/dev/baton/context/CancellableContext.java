package dev.baton.context;

import static java.util.Objects.requireNonNull;

import dev.baton.context.internal.Lifecycle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A context that its owner can cancel, and must: whoever derives one closes it, on every path.
 *
 * <pre>{@code
 * try (CancellableContext ctx = parent.withTimeout(Duration.ofSeconds(2))) {
 *   return repository.find(ctx, id);
 * }
 * }</pre>
 *
 * <p>Hand it on as a {@link Context}: who receives a context may not end it. Closing one releases
 * what its parent holds for it and its timer.
 *
 * <p>Where a {@link Runnable} is needed write {@code ctx::close}: {@code ctx::cancel} is ambiguous,
 * as there are two of them.
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public sealed class CancellableContext extends Context implements AutoCloseable
    permits JoinedContext, TimedContext {

  private static final VarHandle STATE;
  private static final VarHandle MARKS;

  /** Bit of {@link #marks}: a context that can end was derived from this one. */
  private static final int DERIVED = 0x80;

  private static final int MOST_JOINS = Byte.MAX_VALUE;

  static {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      STATE = lookup.findVarHandle(CancellableContext.class, "state", Object.class);
      MARKS = lookup.findVarHandle(CancellableContext.class, "marks", byte.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The context at or above this one whose deadline is the earliest, if there is a deadline. */
  final @Nullable TimedContext timed;

  /** How many joined contexts there are at or above this one; usually none. */
  final byte joins;

  /**
   * While live null or an {@link Epoch}, usually the one in which all ancestors were found live; a
   * {@link Cancellation} if this context ended by itself; if it ended with an ancestor, that
   * ancestor, whose own state is a Cancellation. The end is set once, by compare-and-set; the only
   * later change is that of a Cancellation to itself with its bare exception made.
   */
  private volatile @Nullable Object state;

  /**
   * First of the links of those that listen: {@link Listener}s, and contexts derived from this one
   * while somebody listens to them. Written under {@link #lock()}; read without by whoever has just
   * set the state, see {@link Links}.
   */
  volatile @Nullable Object head;

  /** This context as a link in the list of {@link #node}: guarded by the lock of that. */
  @Nullable Object previous;

  /** As {@link #previous}; after it was taken off for good, the cascade's own. */
  @Nullable Object next;

  /**
   * All ancestors and the timer are known to reach the links of this context, until the list is
   * empty. Guarded by {@link #lock()}.
   */
  boolean attached;

  /** How often the clock or a long line of ancestors was asked; racy, as it need not be exact. */
  byte polls;

  /** The number of the stripe that is this context's lock, 0 until needed; and DERIVED. */
  private volatile byte marks;

  CancellableContext(Context parent) {
    super(parent);
    CancellableContext above = node;
    if (above == null) {
      this.timed = this instanceof TimedContext self ? self : null;
      this.joins = 0;
    } else {
      this.timed = this instanceof TimedContext self ? self : above.timed;
      this.joins = above.joins;
      above.markDerived();
    }
    tellCreated();
  }

  /** For a context with a second ancestor. */
  CancellableContext(Context parent, @Nullable CancellableContext other) {
    super(parent);
    int above = 0;
    if (node != null) {
      above += node.joins;
      node.markDerived();
    }
    if (other != null) {
      above += 1 + other.joins;
      other.markDerived();
    }
    this.joins = (byte) Math.min(above, MOST_JOINS);
    this.timed = Deadlines.earlier(node, other);
    tellCreated();
  }

  private void tellCreated() {
    if (Lifecycle.Listeners.any()) {
      Lifecycle.Listeners.created(this);
    }
  }

  /**
   * Cancels this context and all derived from it, without a cause.
   *
   * @return as {@link #cancel(Throwable)}
   */
  public boolean cancel() {
    return cancel(null);
  }

  /**
   * Cancels this context and all derived from it. They are done when the call that returned true
   * returns. It does not wait for the work to stop.
   *
   * @param cause what {@link #cause()} gives; null is none
   * @return true if this call ended this context; false, with nothing changed, if it was done, by
   *     whatever was earliest: a cancel of it or of an ancestor, or a deadline that has passed
   */
  public boolean cancel(@Nullable Throwable cause) {
    if (Lifecycle.Listeners.any()) {
      Lifecycle.Listeners.cancelled(this);
    }
    if (settled()) {
      return false;
    }
    // Somebody may have derived a deadline from this context that has passed, or will have when
    // this ends: then whoever looks later needs to know which was first. A deadline that is derived
    // while this runs may be missed; it is not earlier than this call, so nothing is lost.
    boolean note = (marks & DERIVED) != 0;
    long now = note || timed != null ? base.time.nanos() : 0;
    if (endedBy(now)) {
      return false;
    }
    Cancellation end = note ? Cancellation.cancelledAt(cause, now) : Cancellation.cancelled(cause);
    if (!settle(end)) {
      return false;
    }
    Cascade.run(this);
    return true;
  }

  /** The same as {@link #cancel()}. Closing a context that is done does nothing. */
  @Override
  public void close() {
    cancel(null);
  }

  // ---------------------------------------------------------------------------------- state

  /** Whether this context is done; asks ancestors and deadlines and keeps what they say. */
  final boolean ended() {
    Object now = state;
    if (now == null) {
      return (node != null || timed != null || joins != 0) && Ancestry.ended(this);
    }
    if (now instanceof Epoch) {
      boolean holds = now == Epoch.current() && (timed == null || timed.alarmIsSet());
      return !holds && Ancestry.ended(this);
    }
    return true;
  }

  /** As {@link #ended()}, but asks the clock even where an alarm is set. */
  final boolean endedByNow() {
    return endedBy(timed == null ? 0 : base.time.nanos());
  }

  /**
   * {@link #endedByNow()} with a reading of this context's clock, which matters if there is a
   * deadline. On a single line of ancestors all deadlines follow that clock.
   */
  private boolean endedBy(long now) {
    return settled()
        || ((node != null || timed != null || joins != 0) && Ancestry.endedBy(this, now));
  }

  /** Whether the state says so; nobody is asked. */
  final boolean settled() {
    return isEnd(state);
  }

  private static boolean isEnd(@Nullable Object state) {
    return state != null && !(state instanceof Epoch);
  }

  /**
   * Ends this context, by an own Cancellation or with an ancestor.
   *
   * @return whether this call did; what loses to another end changes nothing
   */
  final boolean settle(Object end) {
    return STATE.compareAndSet(this, null, end) || settleWatched(end);
  }

  /** Whoever sees an end finds another epoch than whoever found this context live. */
  private boolean settleWatched(Object end) {
    Object live = state;
    while (live instanceof Epoch && live != Epoch.ENDING) {
      STATE.compareAndSet(this, live, Epoch.ENDING);
      live = state;
    }
    if (live != Epoch.ENDING) {
      return false;
    }
    Epoch.begin();
    return STATE.compareAndSet(this, Epoch.ENDING, end);
  }

  /** Has a new epoch begin before this context ends; false if it is too late for that. */
  final boolean watch() {
    if (state == null && STATE.compareAndSet(this, null, Epoch.NONE)) {
      return true;
    }
    Object now = state;
    return now instanceof Epoch && now != Epoch.ENDING;
  }

  /** Notes that all ancestors were watched, and were live, after the epoch was read. */
  final void foundLive(Epoch epoch) {
    Object before = state;
    if (before != Epoch.ENDING && !isEnd(before)) {
      STATE.compareAndSet(this, before, epoch); // what is there instead is an end or newer
    }
  }

  /** The context that ended by itself: this or an ancestor. Only when settled. */
  final CancellableContext endedBy() {
    return state instanceof CancellableContext ancestor ? ancestor : this;
  }

  /** How that context ended. Only when settled. */
  final Cancellation end() {
    Object end = requireNonNull(state);
    return (Cancellation) (end instanceof CancellableContext ancestor ? ancestor.state : end);
  }

  /** The cause of a context that ended by itself, made at the first call if none was given. */
  final Throwable endCause() {
    Cancellation end = end();
    Throwable cause = end.cause();
    if (cause != null) {
      return cause;
    }
    // Two first calls may race: one of the two exceptions stays, and both give that.
    STATE.compareAndSet(this, end, end.withBareCause());
    return requireNonNull(end().cause());
  }

  // ---------------------------------------------------------------------------------- marks

  private void markDerived() {
    byte seen = marks;
    while ((seen & DERIVED) == 0 && !MARKS.compareAndSet(this, seen, (byte) (seen | DERIVED))) {
      seen = marks;
    }
  }

  /**
   * Guards the list of this context, and the links in it. It is one of a few that all contexts
   * share, so it costs no field, and user code that locks a context cannot meet it. Drawn when
   * first needed: most contexts need none. Never held while taking another of its kind.
   */
  final Object lock() {
    byte seen = marks;
    while ((seen & Stripes.MASK) == 0) {
      int drawn = 1 + ThreadLocalRandom.current().nextInt(Stripes.MASK);
      MARKS.compareAndSet(this, seen, (byte) (seen | drawn));
      seen = marks;
    }
    return Stripes.get(seen & Stripes.MASK);
  }

  @Override
  void describe(StringBuilder chain) {
    chain.append(".withCancel");
  }
}
