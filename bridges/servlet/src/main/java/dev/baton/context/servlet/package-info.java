/** Contexts of servlet requests. */
@NullMarked
package dev.baton.context.servlet;

import org.jspecify.annotations.NullMarked;
