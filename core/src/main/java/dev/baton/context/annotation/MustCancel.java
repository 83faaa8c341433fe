package dev.baton.context.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This method returns a context that its caller must cancel, whatever its declared type is called.
 * The check {@code LostCancel} follows what it returns as it follows {@code withCancel()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MustCancel {}
