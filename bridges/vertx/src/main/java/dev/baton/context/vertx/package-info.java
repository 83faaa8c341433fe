/** Contexts of the requests of a Vert.x server, which notices a client that leaves. */
@NullMarked
package dev.baton.context.vertx;

import org.jspecify.annotations.NullMarked;
