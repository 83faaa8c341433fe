package dev.baton.conventions.unusedderivedcontext;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.baton.context.Context;
import dev.baton.context.Key;
import org.junit.jupiter.api.Test;

/** A call that is made to see it fail. */
class ThrowsInTest {

  private static final Key<String> KEY = Key.of("key");

  static Context withName(Context ctx, String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no name");
    }
    return ctx.withValue(KEY, name);
  }

  @Test
  void refusesTheEmptyName() {
    assertThrows(IllegalArgumentException.class, () -> withName(Context.background(), ""));
  }
}
