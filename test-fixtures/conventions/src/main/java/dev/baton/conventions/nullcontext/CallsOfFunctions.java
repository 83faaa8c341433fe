package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A function of a context, called without one. */
final class CallsOfFunctions {

  interface Handler<C extends Context, R> {
    R handle(C ctx, String path);
  }

  String lookUp(BiFunction<Context, String, String> finder) {
    // BUG: Diagnostic contains: `apply` is given null for its context; pass the caller's
    return finder.apply(null, "en");
  }

  void notifyAll(Context ctx, Iterable<Consumer<? super Context>> listeners) {
    for (Consumer<? super Context> listener : listeners) {
      // BUG: Diagnostic contains: `accept` is given null for its context; pass `ctx`
      listener.accept(null);
    }
  }

  <C extends Context> String dispatch(C call, Handler<C, String> handler) {
    // BUG: Diagnostic contains: `handle` is given null for its context; pass `call`
    return handler.handle(null, "/");
  }

  String generic() {
    // BUG: Diagnostic contains: `nameOf` is given null for its context; pass the caller's
    return nameOf(null);
  }

  private static <C extends Context> String nameOf(C ctx) {
    return ctx.toString();
  }
}
