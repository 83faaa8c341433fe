package dev.baton.context;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connects a context to its ancestors and its timer while somebody listens to it.
 *
 * <p>Each step upwards is decided under the lock of the upper context by what is so then: is
 * somebody listening to the lower one? Whoever changes that comes here afterwards. So if one thread
 * starts to listen while another stops, whoever is last leaves things as they have to be, and two
 * locks are never held together.
 */
final class Attachment {
  private Attachment() {}

  /** Connects the context, to whose list {@code link} was added. */
  static void attach(CancellableContext context, Listener link) {
    if (context.joins != 0) {
      attachJoined(context);
      return;
    }
    CancellableContext top = context;
    while (true) {
      setAlarm(top);
      CancellableContext parent = top.node;
      if (parent == null) {
        break;
      }
      if (!Links.enter(parent, top, top)) {
        if (parent.settled()) {
          return; // who listens finds out next
        }
        break;
      }
      top = parent;
    }
    Links.markAttached(context, link);
    for (CancellableContext at = context; at != top; ) {
      CancellableContext parent = at.node;
      Links.markAttached(parent, at);
      at = parent;
    }
  }

  /** With several lines of ancestors nothing is marked: every listener walks them all, once. */
  private static void attachJoined(CancellableContext context) {
    Set<CancellableContext> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<CancellableContext> left = new ArrayDeque<>();
    left.push(context);
    while (!left.isEmpty()) {
      CancellableContext at = left.pop();
      if (!seen.add(at)) {
        continue;
      }
      setAlarm(at);
      if (at.node != null && Links.enter(at.node, at, at)) {
        left.push(at.node);
      }
      if (at instanceof JoinedContext joined
          && joined.other != null
          && Links.enter(joined.other, joined, joined.otherLink)) {
        left.push(joined.other);
      }
    }
  }

  private static void setAlarm(CancellableContext context) {
    if (context instanceof TimedContext timed) {
      timed.setAlarm(true);
    }
  }

  /**
   * Disconnects a context that is done or to which nobody listens any more, then those above to
   * which nobody listens for that reason.
   */
  static void detach(CancellableContext context) {
    Deque<CancellableContext> left = null;
    CancellableContext at = context;
    while (at != null) {
      if (at instanceof TimedContext timed) {
        timed.unsetIdleAlarm();
      }
      if (at instanceof JoinedContext joined
          && joined.other != null
          && Links.leave(joined.other, joined, joined.otherLink)) {
        if (left == null) {
          left = new ArrayDeque<>();
        }
        left.push(joined.other);
      }
      CancellableContext parent = at.node;
      at = parent != null && Links.leave(parent, at, at) ? parent : next(left);
    }
  }

  private static @Nullable CancellableContext next(@Nullable Deque<CancellableContext> left) {
    return left == null ? null : left.poll();
  }
}
