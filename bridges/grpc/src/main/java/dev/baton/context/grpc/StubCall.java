package dev.baton.context.grpc;

import org.jspecify.annotations.Nullable;

/**
 * Calls a method of a stub.
 *
 * @param <E> what it throws besides unchecked exceptions; inferred where a lambda throws nothing
 */
@FunctionalInterface
@SuppressWarnings("exports") // of the nullness annotations, which users need not have
public interface StubCall<S, T extends @Nullable Object, E extends Exception> {
  /** Makes the call. */
  T apply(S stub) throws E;
}
