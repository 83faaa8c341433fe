/**
 * Contexts for {@code java.util.concurrent}: what their end does to threads, futures and tasks.
 *
 * <ul>
 *   <li>{@link dev.baton.context.concurrent.Interrupts} makes code that only an interrupt stops
 *       stop when a context is done.
 *   <li>{@link dev.baton.context.concurrent.Futures} cancels a future.
 *   <li>{@link dev.baton.context.concurrent.ContextTasks} hands a task to an executor, with its
 *       context.
 *   <li>{@link dev.baton.context.concurrent.ContextGroup} forks several tasks and waits for all of
 *       them: Go's {@code errgroup}.
 * </ul>
 */
@NullMarked
package dev.baton.context.concurrent;

import org.jspecify.annotations.NullMarked;
