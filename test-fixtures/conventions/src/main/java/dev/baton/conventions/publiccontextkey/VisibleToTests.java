package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Key;

/** Open for a test in another package, and said so, with an annotation of any library. */
public final class VisibleToTests {

  @interface VisibleForTesting {}

  @VisibleForTesting public static final Key<String> USER = Key.of("user");

  private VisibleToTests() {}

  @VisibleForTesting
  public static Key<String> user() {
    return USER;
  }

  /** All of it. */
  @VisibleForTesting
  public static final class Internals {
    public static final Key<String> TENANT = Key.of("tenant");
  }
}
