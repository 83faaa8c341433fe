package dev.baton.context.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The purpose of this type is to carry a context: a request object, or an adapter to a framework
 * that has one object a request. The check {@code StoredContext} is silent inside it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ContextCarrier {
  /** Why this type has to keep a context; an empty reason is reported. */
  String value();
}
