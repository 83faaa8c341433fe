/**
 * For tests of code that takes contexts: a clock that the test moves, and a check that every
 * context was cancelled.
 */
@NullMarked
package dev.baton.context.testing;

import org.jspecify.annotations.NullMarked;
