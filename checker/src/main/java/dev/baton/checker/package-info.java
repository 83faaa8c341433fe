/** Baton's checks as a javac plugin. */
@NullMarked
package dev.baton.checker;

import org.jspecify.annotations.NullMarked;
