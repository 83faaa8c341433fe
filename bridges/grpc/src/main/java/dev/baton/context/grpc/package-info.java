/** Contexts of gRPC calls: what a server is asked for, and what it asks others for. */
@NullMarked
package dev.baton.context.grpc;

import org.jspecify.annotations.NullMarked;
