package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;

/** A published order is kept for those who compiled against it, and a new one goes beside it. */
class KeptForOldCallers {

  String find(Context ctx, String id) {
    ctx.throwIfDone();
    return id;
  }

  /**
   * The order of the first release.
   *
   * @deprecated use {@link #find(Context, String)}
   */
  @Deprecated
  @SuppressWarnings("ContextNotFirst") // published like this
  String find(String id, Context ctx) {
    return find(ctx, id);
  }
}
