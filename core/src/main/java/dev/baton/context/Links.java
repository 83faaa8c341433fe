package dev.baton.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The list of those that listen to a context: doubly linked through the links themselves, so that
 * one is taken out in constant time and nothing else is allocated. A link is a {@link Listener} or
 * a {@link CancellableContext}; the {@code previous} of the first is the owner of the list, and a
 * link whose {@code previous} is null is in no list. While there is one the owner's alarm is set.
 *
 * <p>Everything here happens under the owner's lock. Nothing is added to a context that is done. So
 * what was taken off a done context stays off, and its {@code next} belongs to whoever took it.
 *
 * <p>The one race outside the lock: a canceller sets the state, then reads {@code head}, and does
 * not lock if that is null. Who adds writes {@code head}, then reads the state again. Both fields
 * are volatile, so at least one of them sees the other.
 */
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class Links {
  /** What became of a listener that was to be added. */
  enum Added {
    /** The context is done. */
    NOT,
    /** It is in the list, but the ancestors may not know of the context yet. */
    ALONE,
    /** It is in the list, and all ancestors will reach it. */
    ATTACHED
  }

  /** What became of a listener that was to be removed. */
  enum Removed {
    /** It is not in the list. */
    NOT,
    /** Others are left. */
    ONE_OF_SEVERAL,
    /** Nobody listens any more: the caller has to detach the context. */
    LAST
  }

  private Links() {}

  static Added add(CancellableContext owner, Listener listener) {
    synchronized (owner.lock()) {
      if (owner.settled()) {
        return Added.NOT;
      }
      push(owner, listener);
      return owner.attached ? Added.ATTACHED : Added.ALONE;
    }
  }

  static Removed remove(CancellableContext owner, Listener listener) {
    synchronized (owner.lock()) {
      if (listener.previous == null) {
        return Removed.NOT;
      }
      return unlink(owner, listener) ? Removed.LAST : Removed.ONE_OF_SEVERAL;
    }
  }

  /**
   * Puts a derived context, through {@code link}, in the list of its ancestor, if somebody listens
   * to it. Whoever changed that calls this or {@link #leave} afterwards, so the last to get the
   * lock here sees how things are.
   *
   * @return whether the ancestors of {@code owner} have to be looked at
   */
  static boolean enter(CancellableContext owner, CancellableContext derived, Object link) {
    synchronized (owner.lock()) {
      if (owner.settled() || derived.settled() || derived.head == null) {
        return false;
      }
      if (previous(link) == null) {
        push(owner, link);
      }
      return !owner.attached;
    }
  }

  /**
   * Takes a derived context off the list of its ancestor, if nobody listens to it. That it is done
   * is no reason: a poll may have found out, and the cascade that tells its listeners comes along
   * here later.
   *
   * @return whether nobody listens to {@code owner} any more
   */
  static boolean leave(CancellableContext owner, CancellableContext derived, Object link) {
    synchronized (owner.lock()) {
      if (previous(link) == null || derived.head != null) {
        return false;
      }
      return unlink(owner, link);
    }
  }

  /**
   * Notes that the ancestors reach {@code owner}, if {@code link}, for which that was made sure, is
   * still there: then somebody has listened all the time, and nothing was unlinked. A context that
   * is the link may have been unlinked and be there anew; its own mark tells.
   *
   * <p>That mark is read without its lock, and races with whoever unlinks its last listener: there
   * the mark goes, then the context is unlinked here, under this lock. So if it has been unlinked
   * since, the mark is seen to be gone; if not, the link has been there all the time.
   *
   * @return whether it was
   */
  static boolean markAttached(CancellableContext owner, Object link) {
    synchronized (owner.lock()) {
      if (previous(link) == null
          || (link instanceof CancellableContext derived && !derived.attached)) {
        return false;
      }
      owner.attached = true;
      return true;
    }
  }

  /**
   * Takes off the first links of a context that is done, not more than {@code most} so that others
   * who share the lock are not kept waiting.
   *
   * @return the first of them, connected by {@link #next} up to null
   */
  static @Nullable Object take(CancellableContext owner, int most) {
    if (owner.head == null) {
      return null;
    }
    synchronized (owner.lock()) {
      Object first = owner.head;
      if (first == null) {
        return null;
      }
      Object last = first;
      setPrevious(last, null);
      for (int i = 1; i < most && next(last) != null; i++) {
        last = Objects.requireNonNull(next(last));
        setPrevious(last, null);
      }
      Object rest = next(last);
      setNext(last, null);
      if (rest != null) {
        setPrevious(rest, owner);
      }
      owner.head = rest;
      if (rest == null) {
        emptied(owner);
      }
      return first;
    }
  }

  /** In front, but behind a {@link DoneListener}, which has to be found in constant time. */
  static void push(CancellableContext owner, Object link) {
    Object first = owner.head;
    Object before = owner;
    Object after = first;
    if (first instanceof DoneListener) {
      before = first;
      after = next(first);
    }
    setPrevious(link, before);
    setNext(link, after);
    if (after != null) {
      setPrevious(after, link);
    }
    if (before == owner) {
      owner.head = link;
    } else {
      setNext(before, link);
    }
    if (owner instanceof TimedContext timed) {
      timed.setAlarm();
    }
  }

  /** Whether more than one listens; without the lock, so it may be wrong. */
  static boolean several(CancellableContext owner) {
    Object first = owner.head;
    return first != null && next(first) != null;
  }

  /** Returns whether the list is empty now. */
  private static boolean unlink(CancellableContext owner, Object link) {
    Object before = Objects.requireNonNull(previous(link));
    Object after = next(link);
    setPrevious(link, null);
    setNext(link, null);
    if (after != null) {
      setPrevious(after, before);
    }
    if (before != owner) {
      setNext(before, after);
      return false;
    }
    owner.head = after;
    if (after != null) {
      return false;
    }
    emptied(owner);
    return true;
  }

  private static void emptied(CancellableContext owner) {
    owner.attached = false;
    if (owner instanceof TimedContext timed) {
      timed.unsetAlarm();
    }
  }

  static @Nullable Object next(Object link) {
    return link instanceof Listener listener ? listener.next : ((CancellableContext) link).next;
  }

  static void setNext(Object link, @Nullable Object next) {
    if (link instanceof Listener listener) {
      listener.next = next;
    } else {
      ((CancellableContext) link).next = next;
    }
  }

  private static @Nullable Object previous(Object link) {
    return link instanceof Listener listener
        ? listener.previous
        : ((CancellableContext) link).previous;
  }

  private static void setPrevious(Object link, @Nullable Object previous) {
    if (link instanceof Listener listener) {
      listener.previous = previous;
    } else {
      ((CancellableContext) link).previous = previous;
    }
  }
}
