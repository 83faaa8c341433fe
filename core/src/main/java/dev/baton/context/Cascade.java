package dev.baton.context;

import org.jspecify.annotations.Nullable;

/**
 * Carries the end of a context to all that are linked below it, by a work list, not by recursion:
 * chains may be of any length.
 *
 * <p>First all contexts are ended and everybody is told who does not run user code here, then the
 * others, so user code meets a finished tree. No lock is held between two steps.
 *
 * <p>Several cascades may come to the same context: of two of its ancestors, or of one and its own
 * alarm. If a cancel ended it, it is left to the cascade of that cancel, which is on its way: when
 * that returns, all who listened have been told. If a deadline did, each link is told by the one
 * that takes it off.
 */
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class Cascade implements Runnable {
  /** How many links are taken off under one hold of a lock. */
  private static final int BATCH = 64;

  /** How many links the timer's thread handles before it leaves the rest to a callback thread. */
  private static final int TIMER_SHARE = 4096;

  private static final int NO_LIMIT = Integer.MAX_VALUE;

  private final @Nullable CancellableContext context;
  private final @Nullable Object work;
  private final @Nullable Listener users;

  /** What is left to do for a callback thread. */
  private Cascade(
      @Nullable CancellableContext context, @Nullable Object work, @Nullable Listener users) {
    this.context = context;
    this.work = work;
    this.users = users;
  }

  /** Tells all below a context that is done; user code runs on this thread. */
  static void run(CancellableContext context) {
    if (context.head == null) {
      // Nobody listens. Who is about to will read the state again, see Links.
      if (context instanceof TimedContext timed) {
        timed.unsetIdleAlarm();
      }
      return;
    }
    run(context, context, null, null, NO_LIMIT);
  }

  /**
   * The same at an alarm. The timer's thread runs no user code and has other things to do; a test
   * that moves the clock wants to see what comes of it.
   */
  static void runAtAlarm(CancellableContext context) {
    if (!leftToItsCanceller(context, null)) {
      run(null, context, null, null, context.base.time.runsUserCode() ? NO_LIMIT : TIMER_SHARE);
    }
  }

  /** The rest of a cascade of the timer's. */
  @Override
  public void run() {
    if (context == null) {
      tell(users);
    } else {
      run(null, context, work, users, NO_LIMIT);
    }
  }

  /**
   * Goes on with a cascade.
   *
   * @param cancelled where it began, if that was a cancel; null if it was an alarm
   * @param start whose links come next
   * @param startWork links of contexts that come after, connected by next
   * @param startUsers who runs user code and comes last, connected by next
   */
  private static void run(
      @Nullable CancellableContext cancelled,
      CancellableContext start,
      @Nullable Object startWork,
      @Nullable Listener startUsers,
      int limit) {
    CancellableContext at = start;
    Object work = startWork;
    Listener users = startUsers;
    int handled = 0;
    while (handled < limit) {
      Object link = Links.take(at, BATCH);
      if (link == null) {
        if (at == start || at.joins != 0) {
          Attachment.detach(at); // any other was taken off the list of its only parent
        }
        do {
          if (work == null) {
            finish(users, limit);
            return;
          }
          link = work;
          work = Links.next(link);
          Links.setNext(link, null);
          at = contextOf(link);
          Ancestry.settle(at);
        } while (leftToItsCanceller(at, cancelled));
        continue;
      }
      while (link != null) {
        Object next = Links.next(link);
        Links.setNext(link, null);
        if (!(link instanceof Listener listener) || link instanceof JoinLink) {
          Links.setNext(link, work);
          work = link;
        } else if (listener.runsUserCode()) {
          listener.next = users;
          users = listener;
        } else {
          listener.tell();
        }
        link = next;
        handled++;
      }
    }
    Callbacks.execute(new Cascade(at, work, users));
  }

  /** Whether a cancel ended the context, and not the one whose cascade this is. */
  private static boolean leftToItsCanceller(
      CancellableContext at, @Nullable CancellableContext cancelled) {
    return at.endedBy() != cancelled && at.end().error() == ContextError.CANCELLED;
  }

  private static void finish(@Nullable Listener users, int limit) {
    if (users == null) {
      return;
    }
    if (limit == NO_LIMIT) {
      tell(users);
    } else {
      Callbacks.execute(new Cascade(null, null, users));
    }
  }

  private static void tell(@Nullable Listener users) {
    Listener listener = users;
    while (listener != null) {
      Listener next = (Listener) listener.next;
      listener.next = null; // an executor may keep it for long
      listener.tell();
      listener = next;
    }
  }

  private static CancellableContext contextOf(Object link) {
    return link instanceof JoinLink join ? join.joined : (CancellableContext) link;
  }
}
