package dev.baton.conventions.droppedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The old methods are still there, and the code that has a context calls them all the same. */
final class OverloadForOldCallers {

  String find(String id) {
    return find(Context.todo(), id);
  }

  String find(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }

  static int count(String... ids) {
    return ids.length;
  }

  static int count(Context ctx, String[] ids) {
    return ctx.isDone() ? 0 : ids.length;
  }

  <T> T first(List<T> all) {
    return all.get(0);
  }

  <E> E first(Context ctx, List<E> all) {
    ctx.throwIfDone();
    return all.get(0);
  }

  String handle(Context ctx, String id) {
    // BUG: Diagnostic contains: this call of `find` drops `ctx`, which an overload takes; pass
    // `ctx`
    String found = find(id);
    // BUG: Diagnostic contains: this call of `count` drops `ctx`
    int counted = count(found, id);
    // BUG: Diagnostic contains: this call of `first` drops `ctx`
    return counted + this.first(List.of(found));
  }

  String handleInTime(Context ctx, String id) {
    try (CancellableContext timed = ctx.withTimeout(Duration.ofSeconds(1))) {
      // BUG: Diagnostic contains: this call of `find` drops `timed`, which an overload takes
      Supplier<String> later = () -> find(id);
      return find(timed, later.get());
    }
  }

  String handleAtLast(Context ctx, String id) {
    try {
      return find(ctx, id);
    } finally {
      // BUG: Diagnostic contains: pass `ctx.withoutCancel()` first
      find("audit");
    }
  }
}
