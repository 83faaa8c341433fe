/**
 * Benchmarks of the runtime beside its peers. A class is a case and a row of the table, a method is
 * what one library does for it and a column; {@link dev.baton.context.jmh.Main} runs them all.
 *
 * <p>The libraries are asked for the same: a signal, and where the case says so somebody who is
 * told. A {@code CompletableFuture} that failed stands for a context that is cancelled. Whatever a
 * method makes it returns, so that none of it is optimised away. A parent is made anew for each
 * operation where a library never lets go of what listened to it.
 */
@NullMarked
package dev.baton.context.jmh;

import org.jspecify.annotations.NullMarked;
