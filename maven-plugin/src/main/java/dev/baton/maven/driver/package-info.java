/**
 * What runs in the JVM of its own: javac with the checks. It uses the JDK alone, since nothing else
 * is on that JVM's class path.
 */
@NullMarked
package dev.baton.maven.driver;

import org.jspecify.annotations.NullMarked;
