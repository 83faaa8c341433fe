/**
 * Fixes as data: what each finding would change in its file, written down for those who apply it.
 * Knows no check and no context.
 */
@NullMarked
package dev.baton.checker.patch;

import org.jspecify.annotations.NullMarked;
