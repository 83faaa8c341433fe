package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import dev.baton.context.annotation.MustCancel;

/** The annotation asks callers for what the type does not let them do. */
abstract class MustCancelOnPlainType {
  // BUG: Diagnostic contains: `scoped` returns `Context`, which can neither be cancelled nor closed
  @MustCancel
  abstract Context scoped(Context ctx);
}
