/**
 * The whole of the runtime's API, from several threads at once, compared with {@link
 * dev.baton.context.lincheck.TreeModel}: whatever threads see must be what they could have seen had
 * they called one after the other.
 */
@NullMarked
package dev.baton.context.lincheck;

import org.jspecify.annotations.NullMarked;
