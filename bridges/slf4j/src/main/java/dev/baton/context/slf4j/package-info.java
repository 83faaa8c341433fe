/** Brings the trace id of a request into the lines of its log, through SLF4J's MDC. */
@NullMarked
package dev.baton.context.slf4j;

import org.jspecify.annotations.NullMarked;
