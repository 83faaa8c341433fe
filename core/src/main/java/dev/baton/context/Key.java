package dev.baton.context;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Names a value that a context carries, and gives its type.
 *
 * <p>A key is its identity: two keys of the same name are two keys, so values of different packages
 * never collide. Keep a key in a private constant and offer typed accessors beside it:
 *
 * <pre>{@code
 * public final class Trace {
 *   private static final Key<String> TRACE_ID = Key.of("trace_id");
 *
 *   public static Context withTraceId(Context ctx, String traceId) {
 *     return ctx.withValue(TRACE_ID, traceId);
 *   }
 *
 *   public static String traceId(Context ctx) {
 *     return ctx.value(TRACE_ID);
 *   }
 * }
 * }</pre>
 *
 * @param <T> the type of the value
 */
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public final class Key<T> {
  /** Counts the keys made, so that the first 64 of a process have a bit each. */
  private static final AtomicInteger MADE = new AtomicInteger();

  /** Spreads consecutive numbers over the upper bits (Fibonacci hashing). */
  private static final int GOLDEN_RATIO = 0x9E3779B9;

  private final String name;
  private final @Nullable T defaultValue;

  /** This key's bit in the masks of the values that have it at or above them. */
  final long bit;

  /** The upper bits choose a slot in a {@link ValueIndex}. */
  final int hash;

  private Key(String name, @Nullable T defaultValue) {
    this.name = requireNonNull(name, "name");
    this.defaultValue = defaultValue;
    int number = MADE.getAndIncrement();
    this.bit = 1L << number;
    this.hash = number * GOLDEN_RATIO;
  }

  /**
   * Makes a key without a default: a context that has no value for it gives null.
   *
   * @param name what {@code toString} shows
   */
  public static <T> Key<T> of(String name) {
    return new Key<>(name, null);
  }

  /**
   * Makes a key with a default: a context that has no value for it gives the default. A null stored
   * with {@link Context#withValue} is a value, and shadows the default.
   *
   * @param name what {@code toString} shows
   */
  public static <T> Key<T> of(String name, @Nullable T defaultValue) {
    return new Key<>(name, defaultValue);
  }

  /** The name this key was made with. */
  public String name() {
    return name;
  }

  @Nullable T defaultValue() {
    return defaultValue;
  }

  /** The same as {@link #name()}. */
  @Override
  public String toString() {
    return name;
  }
}
