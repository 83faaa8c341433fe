/** How the checks speak: wording, and fixes that several of them share. */
@NullMarked
package dev.baton.checker.report;

import org.jspecify.annotations.NullMarked;
