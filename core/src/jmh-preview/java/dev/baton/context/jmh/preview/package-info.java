/** The cases that {@link java.util.concurrent.StructuredTaskScope} has, as JDK 25 previews it. */
@NullMarked
package dev.baton.context.jmh.preview;

import org.jspecify.annotations.NullMarked;
