package dev.baton.conventions.nullcontext;

import dev.baton.context.Context;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Null from a method or lambda that declares a context. */
final class ReturnedNull {

  Context of(Map<String, String> headers) {
    if (headers.isEmpty()) {
      // BUG: Diagnostic contains: `of` returns null where it declares a context; return `Context
      return null;
    }
    return Context.background();
  }

  Context child(Context parent, boolean detached) {
    // BUG: Diagnostic contains: `child` returns null where it declares a context; return `parent`
    return detached ? null : parent;
  }

  Supplier<Context> perThread() {
    // BUG: Diagnostic contains: lambda returns null where it declares a context
    return () -> null;
  }

  void install() {
    use(
        name -> {
          if (name.isEmpty()) {
            // BUG: Diagnostic contains: lambda returns null where it declares a context
            return null;
          }
          return Context.background();
        });
  }

  private static void use(Function<String, Context> contexts) {
    contexts.apply("main").throwIfDone();
  }
}
