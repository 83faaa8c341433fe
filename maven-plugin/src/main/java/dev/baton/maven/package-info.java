/**
 * Baton's goals for Maven.
 *
 * <p>A goal asks Maven what a module's compilation is made of, runs javac on the same with the
 * checks in a JVM of its own, and reports what they find.
 */
@NullMarked
package dev.baton.maven;

import org.jspecify.annotations.NullMarked;
