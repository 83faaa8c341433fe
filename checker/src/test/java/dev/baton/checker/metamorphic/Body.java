package dev.baton.checker.metamorphic;

import org.jspecify.annotations.Nullable;

/**
 * Statements that can be wrapped as a whole: the body of a method, constructor, initializer or
 * lambda, without the call of another constructor that it begins with.
 *
 * @param start where the statements start in the source
 * @param end where they end
 * @param result the type of what they return, as it is written for a type argument; null for none
 * @param exceptions two that they may throw by declaration
 * @param completes whether control can come to their end
 * @param canBeCaptured whether a lambda may contain them: they assign no variable around them
 * @param isOfMain whether they are those of {@code main}
 */
record Body(
    int start,
    int end,
    @Nullable String result,
    String exceptions,
    boolean completes,
    boolean canBeCaptured,
    boolean isOfMain) {}
