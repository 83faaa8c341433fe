/**
 * What the programs of the differential test run with: contexts that record what becomes of them,
 * in the place of the runtime's, and the choices of each run.
 */
@NullMarked
package dev.baton.checker.differential.recording;

import org.jspecify.annotations.NullMarked;
