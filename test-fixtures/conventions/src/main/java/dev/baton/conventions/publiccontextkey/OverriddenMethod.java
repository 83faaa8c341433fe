package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Key;

/** A method that returns a key is reported where others first see it, once. */
public final class OverriddenMethod {

  private static final Key<String> USER = Key.of("user");

  private OverriddenMethod() {}

  /** Seen by all. */
  public interface Keyed {
    // BUG: Diagnostic contains: `key` hands out a key
    Key<String> key();
  }

  /** Adds nothing to it. */
  public static final class User implements Keyed {
    @Override
    public Key<String> key() {
      return USER;
    }
  }

  /** Nor does its component, whose accessor is an override. */
  public record Held(Key<String> key, String note) implements Keyed {}

  interface Hidden {
    Key<String> key();
  }

  /** Makes public what was not. */
  public static final class Tenant implements Hidden {
    @Override
    // BUG: Diagnostic contains: `key` hands out a key
    public Key<String> key() {
      return USER;
    }
  }
}
