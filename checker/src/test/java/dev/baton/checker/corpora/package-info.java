/**
 * The checks over libraries of others: what they find there, and what they find when it is broken.
 */
@NullMarked
package dev.baton.checker.corpora;

import org.jspecify.annotations.NullMarked;
