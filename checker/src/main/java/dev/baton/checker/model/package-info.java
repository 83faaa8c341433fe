/** What a context is: the tables of names, the settings, and the questions about types. */
@NullMarked
package dev.baton.checker.model;

import org.jspecify.annotations.NullMarked;
