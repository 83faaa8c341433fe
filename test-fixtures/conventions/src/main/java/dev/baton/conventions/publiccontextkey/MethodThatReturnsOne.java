package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Key;
import java.util.function.Supplier;

/** The field is private, and a method gives the key to whoever asks. */
public class MethodThatReturnsOne implements Supplier<Key<String>> {

  private static final Key<String> USER = Key.of("user");

  // BUG: Diagnostic contains: `userKey` hands out a key, so any code can read and replace its value
  public static Key<String> userKey() {
    return USER;
  }

  // BUG: Diagnostic contains: keep the key private and offer `withOwner(ctx, owner)`
  protected Key<String> getOwnerKey() {
    return USER;
  }

  @Override
  // BUG: Diagnostic contains: `get` hands out a key
  public Key<String> get() {
    return USER;
  }
}
