package dev.baton.conventions.droppedcontext;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.List;

/** Methods of one name that do something else, or want another kind of context. */
abstract class NotTheSameParameters {

  abstract String find(String id);

  abstract String find(Context ctx, Object id);

  abstract String find(Context ctx, String id, boolean fresh);

  abstract String find(String id, Context ctx);

  abstract void stop(String name);

  abstract void stop(CancellableContext ctx, String name);

  abstract <T> T pick(List<T> all);

  abstract <T> Object pick(Context ctx, T all);

  abstract int size();

  static int size(Context ctx) {
    return ctx.isDone() ? 0 : 1;
  }

  String handle(Context ctx, String id) {
    stop(id);
    return find(id) + pick(List.of(id)) + size() + ctx;
  }
}
