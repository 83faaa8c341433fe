package dev.baton.conventions.contextnotfirst;

import dev.baton.context.Context;
import java.util.Map;
import java.util.function.BiConsumer;

/** The order of a foreign interface is not ours to change. */
class ForeignOrder implements BiConsumer<String, Context> {

  @Override
  public void accept(String line, Context ctx) {
    ctx.throwIfDone();
  }

  Map<String, Boolean> advance(Context ctx, Map<String, Boolean> seen, String key) {
    seen.merge(key, ctx.isDone(), (before, now) -> before || now);
    return seen;
  }
}
