package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import org.jspecify.annotations.Nullable;

/** Null for all of the variable arguments is a null array, and no context. */
final class BareNullForVarargs {

  void shutDown(Context @Nullable [] all, boolean quick) {
    awaitAll((Context[]) null);
    awaitAll(quick ? null : all);
    awaitAll();
  }

  static void awaitAll(Context @Nullable ... contexts) {
    System.out.println(contexts == null ? 0 : contexts.length);
  }
}
