/** Carries OpenTelemetry's context, with its span and its baggage, where a context goes. */
@NullMarked
package dev.baton.context.otel;

import org.jspecify.annotations.NullMarked;
