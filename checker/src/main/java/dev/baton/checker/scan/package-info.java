/** Takes the checks only to where they may have something to say. */
@NullMarked
package dev.baton.checker.scan;

import org.jspecify.annotations.NullMarked;
