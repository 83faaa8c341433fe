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
 * <ul>
 *   <li>{@code WithCancel} returns one object here, which is the context and its cancel function.
 *   <li>{@code cancel} says whether it was the one that ended the context, and takes the cause.
 *   <li>{@code Err} gives an enum, {@link dev.baton.context.ContextError}; {@code throwIfDone} and
 *       {@code await} throw a {@link dev.baton.context.ContextException}.
 *   <li>{@code select} of {@code ctx.Done()} and a result is {@code ctx.await(stage)}; of {@code
 *       ctx.Done()} and {@code time.After} it is {@code ctx.awaitDone(duration)}.
 *   <li>{@code withCancelOn} joins two contexts.
 *   <li>A key is known by its identity, and may have a default.
 *   <li>There are no contexts of other makes: the type is sealed.
 * </ul>
 */
@NullMarked
package dev.baton.context;

import org.jspecify.annotations.NullMarked;
