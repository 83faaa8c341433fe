/**
 * Markers that Baton's compile-time checks know.
 *
 * <p>The checks match them by simple name, so a code base may declare its own and need not depend
 * on this artifact where it only marks. They are kept in class files and are not seen at run time.
 */
@NullMarked
package dev.baton.context.annotation;

import org.jspecify.annotations.NullMarked;
