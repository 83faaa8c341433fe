package dev.baton.context;

import org.jspecify.annotations.Nullable;

/** Something that is told once when a context is done. A link of that context's list. */
abstract class Listener {
  /** Guarded by the lock of the context that is listened to, see {@link Links}. */
  @Nullable Object previous;

  /** As {@link #previous}; after it was taken off by a cascade, the cascade's own. */
  @Nullable Object next;

  /** Whether {@link #contextDone()} may run user code on the thread that calls it. */
  abstract boolean runsUserCode();

  /** The context is done. Called at most once, without a lock; what it throws is reported. */
  abstract void contextDone();

  /** {@link #contextDone()} that never throws. */
  final void tell() {
    try {
      contextDone();
    } catch (Throwable e) {
      Uncaught.report(e);
    }
  }

  /**
   * Waits for the end of a context.
   *
   * <p>Races with the end: here the listener is put in the list, then the state is read again;
   * there the state is set, then the list is read. If both see each other, whoever takes the
   * listener off the list has to tell it.
   *
   * @return true if it will be told; false if the context is done and it is left to the caller
   */
  static boolean listen(CancellableContext context, Listener listener) {
    if (context.ended()) {
      return false;
    }
    Links.Added added = Links.add(context, listener);
    if (added == Links.Added.NOT) {
      return false;
    }
    return confirm(context, listener, added) || !forget(context, listener);
  }

  /**
   * The second half of {@link #listen}: what is in the list is linked to all ancestors.
   *
   * @return true if it will be told; false if the context is done: then it may be, or not
   */
  static boolean confirm(CancellableContext context, Listener listener, Links.Added added) {
    if (added == Links.Added.ATTACHED) {
      // Others have listened all the time, so whoever ends the context finds the list not empty.
      return true;
    }
    CancellableContext top = Attachment.attach(context);
    if (context.ended()) {
      return false;
    }
    // Not before: whoever finds the mark does not read the state again, so it has to be sure that
    // none above had ended before all of them were linked.
    Attachment.mark(context, top, listener);
    return true;
  }

  /**
   * Stops waiting.
   *
   * @return whether this call took the listener off the list; false if it is or was told
   */
  static boolean forget(CancellableContext context, Listener listener) {
    return switch (Links.remove(context, listener)) {
      case NOT -> false;
      case ONE_OF_SEVERAL -> true;
      case LAST -> {
        Attachment.detach(context);
        yield true;
      }
    };
  }
}
