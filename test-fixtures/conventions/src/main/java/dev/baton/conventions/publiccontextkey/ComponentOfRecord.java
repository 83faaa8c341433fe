package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Key;

/**
 * The accessor of a component is public.
 *
 * @param user a key of its own
 */
public record ComponentOfRecord(
    // BUG: Diagnostic contains: record component `user` hands out its key
    Key<String> user) {

  /** Written out: no second finding. */
  @Override
  public Key<String> user() {
    return user;
  }

  /**
   * Generic.
   *
   * @param key a key of any type
   * @param value the value for it
   */
  public record Entry<T>(
      // BUG: Diagnostic contains: record component `key` hands out its key
      Key<T> key, T value) {}
}
