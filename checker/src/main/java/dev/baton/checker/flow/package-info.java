/**
 * Where control goes: asks of a body of code on which path something that is owed is lost. Knows no
 * context; what is owed and what settles it is told by {@link dev.baton.checker.flow.Question}.
 */
@NullMarked
package dev.baton.checker.flow;

import org.jspecify.annotations.NullMarked;
