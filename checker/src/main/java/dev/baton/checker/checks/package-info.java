/** The checks: one rule a file. They read model, flow and report, and never each other. */
@NullMarked
package dev.baton.checker.checks;

import org.jspecify.annotations.NullMarked;
