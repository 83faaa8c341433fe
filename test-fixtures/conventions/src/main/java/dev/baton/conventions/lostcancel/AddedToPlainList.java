package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.util.List;

/** Nobody can cancel the elements of a list of plain contexts. */
final class AddedToPlainList {
  void derive(Context ctx, List<Context> children) {
    // BUG: Diagnostic contains: is passed to `add`
    children.add(ctx.withCancel());
  }
}
