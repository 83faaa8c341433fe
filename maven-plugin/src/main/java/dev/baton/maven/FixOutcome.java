package dev.baton.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * What the rounds of fixes came to. All lines are those of the files as they were at first.
 *
 * @param texts the new text of each file that changed
 * @param found what was found at first
 * @param fixed the findings that were fixed, in reading order
 * @param left the findings that are left
 * @param leftInTests those of them that only tests have
 * @param unused why the fixes that some of those left do have were not used
 */
record FixOutcome(
    SortedMap<Path, String> texts,
    Set<Finding> found,
    List<Finding> fixed,
    Set<Finding> left,
    Set<Finding> leftInTests,
    SortedMap<Finding, String> unused) {}
