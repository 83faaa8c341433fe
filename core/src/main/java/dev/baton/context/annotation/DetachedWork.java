package dev.baton.context.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This method or constructor starts a new context on purpose although it could use its caller's.
 * The check {@code DetachedContext} is silent inside it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR})
public @interface DetachedWork {
  /** Why the work does not belong to its caller; an empty reason is reported. */
  String value();
}
