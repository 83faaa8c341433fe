package dev.baton.conventions.contextparametername;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;

/** Names that say that it is a context, the parent of one, or not used. */
abstract class ConventionalNames {

  abstract String find(Context ctx, String id);

  abstract String load(Context context, String id);

  abstract CancellableContext derive(Context parent);

  abstract void copy(Context sourceCtx, Context targetCtx);

  abstract void run(CancellableContext serverContext);

  String ignore(Context unused, String id) {
    return id;
  }

  String ignoreAll(Context ignored, Context unusedToo, String id) {
    return id;
  }
}
