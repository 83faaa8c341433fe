package dev.baton.context;

import org.jspecify.annotations.Nullable;

/**
 * An immutable open-addressing table of the nearest value for each key at and above a {@link
 * ValueContext}. A slot holds the value context, which knows its key.
 */
@SuppressWarnings("ContextParameterName") // contexts are what it is about, not what it obeys
final class ValueIndex {
  private static final int SMALLEST = 16;

  private ValueIndex() {}

  /** The table of {@code outer} and of the first {@code count} values from {@code nearest} on. */
  static ValueContext[] of(ValueContext nearest, ValueContext @Nullable [] outer, int count) {
    ValueContext[] table = grown(outer == null ? new ValueContext[0] : outer, count);
    ValueContext at = nearest;
    for (int left = count; left > 0; left--) {
      int slot = slot(table, at.key);
      ValueContext present = table[slot];
      if (present == null || (outer != null && present == find(outer, at.key))) {
        table[slot] = at; // else one that is nearer was put there just now
      }
      at = at.values;
    }
    return table;
  }

  static @Nullable ValueContext find(ValueContext[] table, Key<?> key) {
    return table[slot(table, key)];
  }

  /** A copy of {@code outer} with room for {@code more}, at most three quarters full. */
  private static ValueContext[] grown(ValueContext[] outer, int more) {
    int used = 0;
    for (ValueContext each : outer) {
      if (each != null) {
        used++;
      }
    }
    int capacity = Math.max(SMALLEST, outer.length);
    while ((used + more) * 4L > capacity * 3L) {
      capacity *= 2;
    }
    if (capacity == outer.length) {
      return outer.clone();
    }
    ValueContext[] table = new ValueContext[capacity];
    for (ValueContext each : outer) {
      if (each != null) {
        table[slot(table, each.key)] = each;
      }
    }
    return table;
  }

  /** Where the key is, or the free slot where it belongs. */
  private static int slot(ValueContext[] table, Key<?> key) {
    int last = table.length - 1;
    int at = key.hash >>> Integer.numberOfLeadingZeros(last);
    while (table[at] != null && table[at].key != key) {
      at = (at + 1) & last;
    }
    return at;
  }
}
