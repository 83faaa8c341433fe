package dev.baton.context;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connects a context to its ancestors while somebody listens to it.
 *
 * <p>Each step upwards is decided under the lock of the upper context by what is so then: is
 * somebody listening to the lower one? Whoever changes that comes here afterwards. So if one thread
 * starts to listen while another stops, whoever is last leaves things as they have to be, and two
 * locks are never held together.
 */
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class Attachment {
  private Attachment() {}

  /**
   * Connects the context, to whose list a listener was added.
   *
   * @return the last of the line upwards that was connected, for {@link #mark}; null if marks would
   *     spare nobody anything, or if there are several lines
   */
  static @Nullable CancellableContext attach(CancellableContext context) {
    if (context.joins != 0) {
      attachJoined(context);
      return null;
    }
    CancellableContext top = context;
    boolean shared = Links.several(context);
    for (int steps = 0; ; steps++) {
      CancellableContext parent = top.node;
      if (parent == null || !Links.enter(parent, top, top)) {
        // If it is because one of the two is done, who listens finds out next. A single step is
        // not worth a mark, and a line on which nobody else listens is not walked often.
        return shared && steps > 1 ? top : null;
      }
      shared |= Links.several(parent);
      top = parent;
    }
  }

  /**
   * Marks the line from the context up to {@code top} as connected, upwards, as far as it still is.
   *
   * <p>Races with those who disconnect and connect parts of that line meanwhile. If {@code link} is
   * still there it kept the line as it was made. If not, a step of the line may have been taken off
   * and put back by another, who is still on the way up: so each step needs the mark of the one
   * below, which goes when that is left by all and comes back only from who has made the line anew.
   */
  static void mark(CancellableContext context, @Nullable CancellableContext top, Listener link) {
    if (top == null || !Links.markAttached(context, link)) {
      return;
    }
    for (CancellableContext at = context; at != top; at = at.node) {
      if (!Links.markAttached(at.node, at)) {
        return;
      }
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

  /**
   * Disconnects a context to which nobody listens any more, then those above to which nobody
   * listens for that reason.
   */
  static void detach(CancellableContext context) {
    Deque<CancellableContext> left = null;
    CancellableContext at = context;
    while (at != null) {
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
