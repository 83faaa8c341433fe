/**
 * Explicit request contexts: who asks for work says for how long it is wanted, and who does the
 * work finds out when it is wanted no more.
 *
 * <p>A {@link dev.baton.context.Context} carries a cancel signal, a deadline and request-scoped
 * values. The code that receives a request makes one; each method on the way hands it to the next,
 * and derives from it where a part of the work gets less time or an end of its own:
 *
 * <pre>{@code
 * Order find(Context ctx, OrderId id) throws InterruptedException, ExecutionException {
 *   try (CancellableContext query = ctx.withTimeout(Duration.ofMillis(200))) {
 *     return query.await(orders.findAsync(query, id));
 *   }
 * }
 * }</pre>
 *
 * <p>When a context is done, so are all that are derived from it. Contexts say that work should
 * stop; they do not stop it: code that waits or computes for long looks at its context, waits with
 * it, or has an action registered that ends the wait.
 *
 * <h2>Rules of use</h2>
 *
 * <ul>
 *   <li>Do not keep a context in a field. Hand it to each method that needs it, as the first
 *       parameter, called {@code ctx}.
 *   <li>Do not pass null for a context, even if the method would take it. Pass {@code
 *       Context.todo()} if it is not clear yet which context to use.
 *   <li>Whoever derives a {@link dev.baton.context.CancellableContext} cancels it on every path;
 *       try-with-resources does. Until then its timer and whatever its parent holds for it live on.
 *   <li>Use values for data that belongs to the request and crosses interfaces, such as a trace id;
 *       not for optional parameters, and not for services. A {@link dev.baton.context.Key} is a
 *       private constant with typed accessors beside it.
 *   <li>The same context may be handed to any number of threads; contexts are safe for that.
 *   <li>Work that outlives its request gets {@code ctx.withoutCancel()}, which keeps the values.
 *   <li>Where a {@code Runnable} is needed write {@code ctx::close}: {@code ctx::cancel} is
 *       ambiguous.
 * </ul>
 *
 * <h2>For those who know Go's package context</h2>
 *
 * <table>
 *   <caption>Each function of Go, its counterpart, and what differs</caption>
 *   <tr><th>Go<th>here<th>the difference, and why
 *   <tr><td>{@code Background()}, {@code TODO()}
 *     <td>{@code Context.background()}, {@code todo()}
 *     <td>none
 *   <tr><td>{@code WithCancel(ctx)}
 *     <td>{@code ctx.withCancel()}
 *     <td>one object is the context and its cancel function, so that try-with-resources can close it
 *   <tr><td>{@code cancel()}
 *     <td>{@code cancel()}, {@code close()}
 *     <td>says whether it was this call that ended the context; {@code close()} says nothing, as a
 *         resource wants it
 *   <tr><td>{@code WithCancelCause}, {@code cancel(err)}
 *     <td>{@code withCancel()}, {@code cancel(cause)}
 *     <td>any context may be cancelled with a cause; there is one kind less
 *   <tr><td>{@code WithTimeout}, {@code WithTimeoutCause}
 *     <td>{@code withTimeout(duration)}, {@code withTimeout(duration, cause)}
 *     <td>measured on the monotonic clock alone, so setting the time of day moves nothing
 *   <tr><td>{@code WithDeadline}, {@code WithDeadlineCause}
 *     <td>{@code withDeadline(instant)}, {@code withDeadline(instant, cause)}
 *     <td>an {@code Instant} has no monotonic reading; the time that is left is taken when the
 *         context is derived
 *   <tr><td>{@code WithValue(ctx, key, v)}
 *     <td>{@code ctx.withValue(key, v)}
 *     <td>a {@code Key} is typed, is known by its identity, and may have a default
 *   <tr><td>{@code ctx.Value(key)}
 *     <td>{@code ctx.value(key)}
 *     <td>takes the same time at any depth
 *   <tr><td>{@code WithoutCancel(ctx)}
 *     <td>{@code ctx.withoutCancel()}
 *     <td>none
 *   <tr><td>{@code AfterFunc(ctx, f)}, {@code stop()}
 *     <td>{@code ctx.afterFunc(action)}, {@code Registration.stop()}
 *     <td>a virtual thread is the goroutine, a daemon thread before JDK 21; an executor may be given
 *   <tr><td>{@code ctx.Err()}
 *     <td>{@code ctx.err()}, {@code ctx.isDone()}
 *     <td>an enum; {@code throwIfDone()} and {@code await} throw a {@link
 *         dev.baton.context.ContextException}, as Java has exceptions where Go returns errors
 *   <tr><td>{@code Cause(ctx)}
 *     <td>{@code ctx.cause()}
 *     <td>a {@code Throwable}; of a cancel without cause the exception that {@code err()} stands for
 *   <tr><td>{@code ctx.Deadline()}
 *     <td>{@code ctx.deadline()}, {@code ctx.remaining()}
 *     <td>an {@code Optional}; what is left is one call, as most callers want just that
 *   <tr><td>{@code <-ctx.Done()}
 *     <td>{@code ctx.awaitDone()}
 *     <td>ends by an interrupt too, which is how Java stops a thread
 *   <tr><td>{@code select} of {@code ctx.Done()} and {@code time.After(d)}
 *     <td>{@code ctx.awaitDone(d)}
 *     <td>says which it was
 *   <tr><td>{@code select} of {@code ctx.Done()} and a result
 *     <td>{@code ctx.await(stage)}
 *     <td>if both are there the result counts; Go picks one at random
 *   <tr><td>{@code ctx.Done()} handed to others
 *     <td>{@code ctx.done()}
 *     <td>a stage that its holder cannot complete
 *   <tr><td>{@code AfterFunc(other, cancel)}, to join two
 *     <td>{@code ctx.withCancelOn(other)}
 *     <td>the earlier deadline and the cause come along, and nothing is left to undo
 *   <tr><td>a {@code Context} of one's own
 *     <td>none
 *     <td>the type is sealed: a wrapper would hide what makes deriving cheap, and break the order of
 *         ends; carry what you need as a value
 * </table>
 */
@NullMarked
package dev.baton.context;

import org.jspecify.annotations.NullMarked;
