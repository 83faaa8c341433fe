/** The goals, piece by piece, and end to end with a Maven of their own. */
@NullMarked
package dev.baton.maven;

import org.jspecify.annotations.NullMarked;
