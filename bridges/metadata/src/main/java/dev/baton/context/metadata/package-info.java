/**
 * Carries what a request says about itself, from the headers it came with to the headers of the
 * requests that are made for it: W3C trace context, W3C baggage, and headers with a prefix.
 *
 * <p>{@link dev.baton.context.metadata.RequestMetadata} is the value in a context, {@link
 * dev.baton.context.metadata.MetadataHeaders} knows which headers it comes from and goes to. The
 * bridges to servers read it; where no bridge is, a few words do:
 *
 * <pre>{@code
 * try (CancellableContext ctx = MetadataHeaders.standard().accept(served, exchange.getRequestHeaders())) {
 *   ...
 * }
 * ...
 * HttpRequest.Builder request = HttpRequest.newBuilder(uri);
 * MetadataHeaders.standard().write(ctx, request::header);
 * }</pre>
 */
@NullMarked
package dev.baton.context.metadata;

import org.jspecify.annotations.NullMarked;
