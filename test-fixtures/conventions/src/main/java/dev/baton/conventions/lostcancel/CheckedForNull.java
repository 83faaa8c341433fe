package dev.baton.conventions.lostcancel;

import static java.util.Objects.requireNonNull;

import dev.baton.context.CancellableContext;
import dev.baton.context.Context;
import java.util.function.UnaryOperator;

/** A check for null gives back what it gets, and the duty with it. */
final class CheckedForNull {
  CancellableContext openChild(Context ctx) {
    return requireNonNull(ctx.withCancel(), "child");
  }

  void run(Context ctx, UnaryOperator<Context> setUp) {
    try (var child = requireNonNull(openChild(ctx))) {
      setUp.apply(child).throwIfDone();
    }
    // BUG: Diagnostic contains: `late` is not cancelled on every path
    var late = requireNonNull(openChild(ctx), "late");
    setUp.apply(late).throwIfDone();
  }
}
