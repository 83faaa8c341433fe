package dev.baton.conventions.droppedcontext;

import dev.baton.context.Context;
import java.util.List;
import java.util.concurrent.Callable;

/** Calls that have no context to pass: what reports calls without one must not report these. */
final class NoContextAtHand {

  private static final String HOME = find("home");

  private final Context kept = Context.background();

  static String find(String id) {
    return id;
  }

  static String find(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }

  String handle(String id) {
    return find(id) + HOME + kept;
  }

  String handleUnused(Context unused, String id) {
    return find(id);
  }

  String handleLater(String id) {
    String found = find(id);
    Context ctx = Context.background();
    return find(ctx, found);
  }

  String handleNull(Context ctx, String id) {
    if (ctx == null) {
      return find(id);
    }
    return ctx != null ? find(ctx, id) : find(id);
  }

  static Callable<String> task(Context ctx) {
    class Task implements Callable<String> {
      static String name() {
        return find("task");
      }

      @Override
      public String call() {
        return find(ctx, name());
      }
    }
    return new Task();
  }

  static List<String> all(List<String> ids) {
    return ids.stream().map(id -> find(id)).toList();
  }
}
