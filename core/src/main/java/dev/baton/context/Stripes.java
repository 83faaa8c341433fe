package dev.baton.context;

/** The locks that all contexts share. */
final class Stripes {
  /** The numbers of the locks are 1 to this; 0 is none. */
  static final int MASK = 0x7f;

  private static final Object[] LOCKS = new Object[MASK + 1];

  static {
    for (int i = 1; i < LOCKS.length; i++) {
      LOCKS[i] = new Object();
    }
  }

  private Stripes() {}

  static Object get(int number) {
    return LOCKS[number];
  }
}
