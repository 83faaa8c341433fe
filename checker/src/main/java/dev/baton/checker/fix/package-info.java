/** The fixes that the checks offer: each compiles, keeps the meaning, and is one edit of a file. */
@NullMarked
package dev.baton.checker.fix;

import org.jspecify.annotations.NullMarked;
