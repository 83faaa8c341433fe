package dev.baton.context;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@link Ancestry} does, for contexts with more than one line of ancestors. The lines may meet
 * again above, so the number of paths can grow exponentially: with more than a few joins every
 * ancestor is visited once.
 */
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class JoinedAncestry {
  /** Up to so many joins there are few enough paths to follow them all, without allocating. */
  private static final int FEW = 4;

  private JoinedAncestry() {}

  /**
   * Whether the context is done.
   *
   * @param byClock whether to ask the clock where an alarm is set too
   */
  static boolean ended(CancellableContext context, boolean byClock) {
    boolean found =
        context.joins <= FEW
            ? foundOnAnyPath(context, byClock)
            : foundOnAnyAncestor(context, byClock);
    if (found) {
      settle(context);
    }
    return context.settled();
  }

  /** The depth of the recursion is at most the number of joins. */
  private static boolean foundOnAnyPath(CancellableContext context, boolean byClock) {
    for (CancellableContext at = context; at != null; at = at.node) {
      if (found(at, byClock)) {
        return true;
      }
      if (at instanceof JoinedContext joined
          && joined.other != null
          && foundOnAnyPath(joined.other, byClock)) {
        return true;
      }
    }
    return false;
  }

  private static boolean foundOnAnyAncestor(CancellableContext context, boolean byClock) {
    Set<CancellableContext> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<CancellableContext> left = new ArrayDeque<>();
    left.push(context);
    while (!left.isEmpty()) {
      CancellableContext at = left.pop();
      if (!seen.add(at)) {
        continue;
      }
      if (found(at, byClock)) {
        return true;
      }
      pushParents(at, left);
    }
    return false;
  }

  private static boolean found(CancellableContext at, boolean byClock) {
    if (at.settled()) {
      return true;
    }
    return at instanceof TimedContext timed
        && (byClock ? timed.pastDeadline() : timed.pollsPastDeadline());
  }

  /** Settles all that has ended at and above the context, parents before what is derived. */
  static void settle(CancellableContext context) {
    Set<CancellableContext> expanded = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<CancellableContext> left = new ArrayDeque<>();
    left.push(context);
    while (!left.isEmpty()) {
      CancellableContext at = left.peek();
      if (!at.settled() && expanded.add(at)) {
        pushParents(at, left);
        continue;
      }
      left.pop();
      Ancestry.settleOne(at);
    }
  }

  static void pushParents(CancellableContext context, Deque<CancellableContext> left) {
    push(context.node, left);
    if (context instanceof JoinedContext joined) {
      push(joined.other, left);
    }
  }

  private static void push(@Nullable CancellableContext parent, Deque<CancellableContext> left) {
    if (parent != null) {
      left.push(parent);
    }
  }
}
