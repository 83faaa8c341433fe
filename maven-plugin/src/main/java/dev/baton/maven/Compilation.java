package dev.baton.maven;

import java.util.List;
import org.apache.maven.project.MavenProject;

/**
 * One compilation that Maven ran before this goal.
 *
 * @param project the module, as it was compiled
 * @param execution the id of the compiler's execution
 * @param ofTests whether it compiled the module's tests
 * @param sources the Java files that it compiled, never empty
 * @param classes where it wrote the classes
 * @param processorPath the jars of its annotation processors, empty when it had no such path
 * @param javac the compiler that it ran
 */
record Compilation(
    MavenProject project,
    String execution,
    boolean ofTests,
    CompileSettings settings,
    List<String> sources,
    String classes,
    ClassPaths paths,
    List<String> processorPath,
    Javac javac) {}
