package dev.baton.context.internal;

import dev.baton.context.CancellableContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Is told of each context that somebody has to cancel, from its creation on. While nobody listens
 * the runtime reads one field, and that is all.
 */
public interface Lifecycle {

  /** The context is being made: there is nothing to ask it yet. */
  void created(CancellableContext context);

  /** Somebody has called {@code cancel} or {@code close}, whether or not that ended it. */
  void cancelled(CancellableContext context);

  /** Those who listen. */
  final class Listeners {
    private static final List<Lifecycle> ALL = new CopyOnWriteArrayList<>();

    private static volatile boolean any;

    private Listeners() {}

    public static boolean any() {
      return any;
    }

    public static synchronized void add(Lifecycle listener) {
      ALL.add(listener);
      any = true;
    }

    public static synchronized void remove(Lifecycle listener) {
      ALL.remove(listener);
      any = !ALL.isEmpty();
    }

    public static void created(CancellableContext context) {
      ALL.forEach(listener -> listener.created(context));
    }

    public static void cancelled(CancellableContext context) {
      ALL.forEach(listener -> listener.cancelled(context));
    }
  }
}
