package dev.baton.conventions.detachedcontext;

import dev.baton.context.Context;

/** What a callee starts is reported there, if anywhere, and not at every call that leads to it. */
final class CalleesThatStartAnew {

  String handle(Context ctx, String id) {
    return ctx + refresh(id);
  }

  private String refresh(String id) {
    return reload(id);
  }

  private String reload(String id) {
    return Context.background() + id;
  }

  static Context detach(Context ctx) {
    return ctx.withoutCancel();
  }
}
