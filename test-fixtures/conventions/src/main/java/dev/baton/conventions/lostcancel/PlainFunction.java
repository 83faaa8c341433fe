package dev.baton.conventions.lostcancel;

import dev.baton.context.Context;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Whoever calls the function gets a plain context, each time a new one. */
final class PlainFunction {
  static Supplier<Context> children(Context ctx) {
    // BUG: Diagnostic contains: is lost as the result of a lambda
    return () -> ctx.withCancel();
  }

  static UnaryOperator<Context> deriving() {
    // BUG: Diagnostic contains: the contexts that `withCancel` creates are lost
    return Context::withCancel;
  }
}
