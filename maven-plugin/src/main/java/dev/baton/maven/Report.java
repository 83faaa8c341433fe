package dev.baton.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What the goal {@code report} has to tell.
 *
 * @param project the name of the project
 * @param version that of Baton
 * @param base where the build started
 * @param summary the findings in one phrase, and what was looked at
 * @param modules the modules that have Java sources, in the order of the build
 * @param findings all that is reported
 * @param sources the files that they are in
 * @param pages what is known of the checks
 */
record Report(
    String project,
    String version,
    Path base,
    String summary,
    List<String> modules,
    List<ReportedFinding> findings,
    Sources sources,
    CheckPages pages) {}
