/** What crosses between the two JVMs, and the run of javac. */
@NullMarked
package dev.baton.maven.driver;

import org.jspecify.annotations.NullMarked;
