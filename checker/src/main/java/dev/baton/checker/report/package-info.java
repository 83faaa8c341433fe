/** How the checks speak: the wording of what they find. */
@NullMarked
package dev.baton.checker.report;

import org.jspecify.annotations.NullMarked;
