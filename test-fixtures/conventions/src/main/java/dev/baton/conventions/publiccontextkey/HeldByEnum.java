package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Key;

/** One key for each constant. */
public enum HeldByEnum {
  USER("user"),
  TENANT("tenant");

  // BUG: Diagnostic contains: key `key` is public
  public final Key<String> key;

  private final Key<String> hidden;

  HeldByEnum(String name) {
    this.key = Key.of(name);
    this.hidden = Key.of(name);
  }

  // BUG: Diagnostic contains: `hidden` hands out a key
  public Key<String> hidden() {
    return hidden;
  }
}
