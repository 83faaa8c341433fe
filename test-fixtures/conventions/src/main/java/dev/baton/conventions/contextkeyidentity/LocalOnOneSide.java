package dev.baton.conventions.contextkeyidentity;

import dev.baton.context.Context;
import dev.baton.context.Key;
import java.util.function.Supplier;

/** Keys that end with the method, which does only one half of what a key is for. */
final class LocalOnOneSide {

  Context attempt(Context ctx, int number) {
    // BUG: Diagnostic contains: key `attempt` is made here and only puts a value in
    Key<Integer> attempt = Key.of("attempt");
    return ctx.withValue(attempt, number);
  }

  int attempt(Context ctx) {
    // BUG: Diagnostic contains: key `attempt` is made here and only looks a value up
    Key<Integer> attempt = Key.of("last-attempt", 0);
    Supplier<Integer> number = () -> ctx.value(attempt);
    return number.get();
  }

  String later(Context ctx, boolean verbose) {
    Key<String> key;
    // BUG: Diagnostic contains: key `key` is made here and only looks a value up
    key = Key.of("level");
    return verbose ? key + "=" + ctx.value(key) : ctx.value(key);
  }
}
