package dev.baton.conventions.publiccontextkey;

import dev.baton.context.Key;

/** Keys that no other package can reach, some of them public by their own word. */
public final class SeenInThePackage {

  static final Key<String> USER = Key.of("user");

  /** No subclass can use it. */
  protected static final Key<String> OF_FINAL_CLASS = Key.of("final");

  private SeenInThePackage() {}

  static Key<String> user() {
    return USER;
  }

  record Entry(Key<String> key, String value) {}

  interface Names {
    Key<String> TENANT = Key.of("tenant");

    Key<String> key();
  }

  static class Holder {
    public static final Key<String> TRACE = Key.of("trace");

    public Key<String> trace() {
      return TRACE;
    }

    /** Public in a class that is not. */
    public static final class Inner {
      public static final Key<String> SPAN = Key.of("span");
    }
  }

  /** Nobody outside can extend it. */
  public static class Singleton {
    protected static final Key<String> LOCALE = Key.of("locale");

    private Singleton() {}
  }

  /** Others can make one, and no subclass. */
  public static final class Closed {
    protected static final Key<String> CLOSED = Key.of("closed");
  }

  /** Enums have no subclasses of others. */
  public enum Kind {
    ONE;

    protected static final Key<String> KIND = Key.of("kind");
  }

  Object local() {
    Key<String> key = USER;
    return new Object() {
      public Key<String> key() {
        return key;
      }
    };
  }
}
