/** A check against what is observed: random programs, each looked at and then run in every way. */
@NullMarked
package dev.baton.checker.differential;

import org.jspecify.annotations.NullMarked;
