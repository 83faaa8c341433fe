/**
 * The races of the runtime, each in a file of its own: who meets whom, and the order that makes the
 * outcome right. They use what users use and nothing else.
 *
 * <p>The comment before a class is a change of core that lets its forbidden outcome appear: {@code
 * mutations}, beside the source folder, makes each of these changes on a copy and wants to see the
 * race fail. Lines after a minus give way to those after a plus, the others are there to be found.
 */
@NullMarked
package dev.baton.context.jcstress;

import org.jspecify.annotations.NullMarked;
