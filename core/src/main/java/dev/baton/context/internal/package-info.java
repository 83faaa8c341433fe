/** What the packages of this module need of each other. Not exported, and no promise to anybody. */
@NullMarked
package dev.baton.context.internal;

import org.jspecify.annotations.NullMarked;
