package dev.baton.context;

import org.jspecify.annotations.Nullable;

/**
 * One key and its value, in front of those of its parent.
 *
 * <p>A look-up compares the nearest values one by one, then asks an index of all those further out.
 * A mask of the nearest keys spares most of the comparing where the key is none of them.
 */
final class ValueContext extends Context {
  /** So many values are compared one by one at most, while the index is small. */
  private static final int WALK = 8;

  /**
   * A large index is made anew only when this part of its size was added: else it would cost too
   * much.
   */
  private static final int PART = 8;

  final Key<?> key;
  private final @Nullable Object value;

  /** How many values from this one outwards are not in the index. */
  private final int walk;

  /** The bits of the keys of those. A bit that is not set: the key is not among them. */
  private final long mask;

  /** All keys further out than those; null if there is none. Shared with those values. */
  private final ValueContext @Nullable [] index;

  ValueContext(Context parent, Key<?> key, @Nullable Object value) {
    super(parent);
    this.key = key;
    this.value = value;
    ValueContext outer = values;
    if (outer == null) {
      this.walk = 1;
      this.mask = key.bit;
      this.index = null;
      return;
    }
    int notIndexed = outer.walk + 1;
    if (notIndexed < WALK || (outer.index != null && notIndexed < outer.index.length / PART)) {
      this.walk = notIndexed;
      this.mask = outer.mask | key.bit;
      this.index = outer.index;
    } else {
      this.walk = 0;
      this.mask = 0;
      this.index = ValueIndex.of(this, outer.index, notIndexed);
    }
  }

  /** The nearest value for the key at or above {@code nearest}, else the key's default. */
  static <T> @Nullable T lookUp(@Nullable ValueContext nearest, Key<T> key) {
    ValueContext found = nearest == null ? null : nearest.find(key);
    if (found == null) {
      return key.defaultValue();
    }
    @SuppressWarnings("unchecked") // withValue(Key<T>, T) is the only way in
    T value = (T) found.value;
    return value;
  }

  private @Nullable ValueContext find(Key<?> wanted) {
    if ((mask & wanted.bit) != 0) {
      ValueContext at = this;
      for (int left = walk; left > 0; left--) {
        if (at.key == wanted) {
          return at;
        }
        at = at.values;
      }
    }
    return index == null ? null : ValueIndex.find(index, wanted);
  }

  @Override
  void describe(StringBuilder chain) {
    chain.append(".withValue(").append(key.name()).append(')');
  }
}
