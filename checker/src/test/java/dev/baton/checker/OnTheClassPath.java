package dev.baton.checker;

/** Classes to compile against of which one is there and the other is left out. */
public final class OnTheClassPath {

  private OnTheClassPath() {}

  /** Left out. */
  public static class Missing {}

  /** Its superclass cannot be read. */
  public static class Present extends Missing {}
}
