package dev.baton.conventions.contextnotfirst;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Code that is given a context later comes last, so that a lambda can end the call. */
class CallbackTakesTheContext {

  <T> T within(Context ctx, Duration atMost, Function<? super CancellableContext, T> work) {
    try (CancellableContext bounded = ctx.withTimeout(atMost)) {
      return work.apply(bounded);
    }
  }

  void atStart(String name, Consumer<Context> action) {
    action.accept(Context.background());
  }

  <C extends Context, T> BiFunction<C, String, T> cached(
      String name, BiFunction<? super C, String, ? extends T> load) {
    return (ctx, id) -> load.apply(ctx, name + id);
  }
}
