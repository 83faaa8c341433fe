package dev.baton.context;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who ended first: a context, one of its ancestors, or a deadline.
 *
 * <p>A context is linked to its parent only while somebody listens to it. The others learn of an
 * end by asking here. The answer is kept in the state of each context between the one that ended
 * and the one that asked, from the top down, each by compare-and-set: so an ancestor that is
 * cancelled meanwhile is never skipped, and a context and its descendants never tell two stories.
 *
 * <p>Contexts with a single line of ancestors are handled here, others in {@link JoinedAncestry}.
 */
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class Ancestry {
  /** So many ancestors are asked at each poll. */
  private static final int FEW = 2;

  /** If there are more, the poll after so many watches them. */
  private static final int UNNOTED_POLLS = 7;

  private Ancestry() {}

  /** Whether the context is done; deadlines whose alarm is set are left to that. */
  static boolean ended(CancellableContext context) {
    if (context.joins != 0) {
      return JoinedAncestry.ended(context, false);
    }
    TimedContext earliest = context.timed;
    if (ancestorSettled(context) || (earliest != null && earliest.pollsPastDeadline())) {
      settle(context);
      return context.settled();
    }
    if (isLong(context) && (earliest == null || earliest.alarmIsSet())) {
      noteLive(context);
    }
    return false;
  }

  /** Whether it has so many ancestors that not every poll should ask them all. */
  private static boolean isLong(CancellableContext context) {
    CancellableContext at = context.node;
    for (int left = FEW; at != null && left > 0; left--) {
      at = at.node;
    }
    return at != null;
  }

  /** Watches all ancestors, so that the next polls need not ask them in this {@link Epoch}. */
  private static void noteLive(CancellableContext context) {
    if (context.polls < UNNOTED_POLLS) {
      context.polls++;
      return;
    }
    Epoch epoch = Epoch.current();
    for (CancellableContext at = context.node; at != null; at = at.node) {
      if (!at.watch()) {
        return; // the next poll finds out
      }
    }
    context.foundLive(epoch);
  }

  /** Whether the context is done now, as the clock was just read; whatever alarms are set. */
  static boolean endedBy(CancellableContext context, long now) {
    if (context.joins != 0) {
      return JoinedAncestry.ended(context, true);
    }
    TimedContext earliest = context.timed;
    if (ancestorSettled(context) || (earliest != null && earliest.pastDeadline(now))) {
      settle(context);
    }
    return context.settled();
  }

  private static boolean ancestorSettled(CancellableContext context) {
    for (CancellableContext at = context.node; at != null; at = at.node) {
      if (at.settled()) {
        return true;
      }
    }
    return false;
  }

  /** Settles all that has ended on the line from the first context that is done to this one. */
  static void settle(CancellableContext context) {
    if (context.joins != 0) {
      JoinedAncestry.settle(context);
      return;
    }
    if (context.node == null || context.node.settled()) {
      settleOne(context);
      return;
    }
    List<CancellableContext> live = new ArrayList<>();
    for (CancellableContext at = context; at != null && !at.settled(); at = at.node) {
      live.add(at);
    }
    for (int i = live.size() - 1; i >= 0; i--) {
      settleOne(live.get(i));
    }
  }

  /**
   * Settles a context if its parents, which are settled as far as they are done, or its own
   * deadline say so.
   */
  static void settleOne(CancellableContext context) {
    if (context.settled()) {
      return;
    }
    CancellableContext ended = endedAbove(context);
    if (context instanceof TimedContext timed && ownDeadlineFirst(timed, ended)) {
      timed.settle(timed.deadlineExceeded());
    } else if (ended != null) {
      context.settle(ended);
    }
    if (context instanceof TimedContext timed && timed.settled()) {
      timed.unsetIdleAlarm();
    }
  }

  /** The ancestor that ended by itself and whose end a parent has; null if none is done. */
  private static @Nullable CancellableContext endedAbove(CancellableContext context) {
    CancellableContext first = context.node;
    CancellableContext ended = first != null && first.settled() ? first.endedBy() : null;
    if (context instanceof JoinedContext joined) {
      CancellableContext second = joined.other;
      if (second != null && second.settled()) {
        CancellableContext rival = second.endedBy();
        return ended == null || endedBefore(rival, ended) ? rival : ended;
      }
    }
    return ended;
  }

  private static boolean endedBefore(CancellableContext one, CancellableContext other) {
    Cancellation end = one.end();
    Cancellation otherEnd = other.end();
    boolean comparable = end.timed() && otherEnd.timed() && one.base.time == other.base.time;
    return comparable && end.at() - otherEnd.at() < 0;
  }

  /**
   * Whether the deadline had passed when the ancestor ended, or has passed now if none did. An
   * ancestor that noted no time was cancelled while this deadline was being derived.
   */
  private static boolean ownDeadlineFirst(
      TimedContext context, @Nullable CancellableContext ended) {
    if (ended == null) {
      return context.pastDeadline();
    }
    Cancellation end = ended.end();
    return end.timed() && ended.base.time == context.base.time && end.at() - context.nanos >= 0;
  }
}
