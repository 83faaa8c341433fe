/** Changes of the code that change nothing about what the checks should say of it. */
@NullMarked
package dev.baton.checker.metamorphic;

import org.jspecify.annotations.NullMarked;
