package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Key;

/** A field of an interface is public, whether it says so or not. */
public interface ConstantOfInterface {

  // BUG: Diagnostic contains: key `TRACE` is public, so any code can read and replace its value
  Key<String> TRACE = Key.of("trace");

  /** Its members are public too. */
  final class Names {
    // BUG: Diagnostic contains: make it private and offer `withSpan(ctx, span)` and `span(ctx)`
    public static final Key<String> SPAN = Key.of("span");

    private Names() {}
  }
}
