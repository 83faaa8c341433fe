package dev.baton.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/**
 * What Maven has just compiled in all modules, for a goal that is done once for all of them.
 *
 * @param modules the compilations of each module, in the order of the build
 */
record BuildCompilations(Map<MavenProject, List<Compilation>> modules) {

  /** Which compilations of a module a goal is about. */
  @FunctionalInterface
  interface Choice {
    List<Compilation> of(Compilations all, MavenProject module, List<MojoExecution> executed)
        throws MojoExecutionException, MojoFailureException;
  }

  /**
   * The compilations that a goal has had Maven make.
   *
   * @param choice such as {@code Compilations::ofMain}
   */
  static BuildCompilations of(
      MavenSession session, MojoExecution goal, Compilations all, Choice choice)
      throws MojoExecutionException, MojoFailureException {
    Map<String, List<MojoExecution>> executed = goal.getForkedExecutions();
    Map<MavenProject, List<Compilation>> modules = new LinkedHashMap<>();
    for (MavenProject module : session.getProjects()) {
      modules.put(
          module,
          choice.of(
              all, module.getExecutionProject(), executed.getOrDefault(key(module), List.of())));
    }
    return new BuildCompilations(modules);
  }

  /** Those of all modules. */
  List<Compilation> all() {
    return modules.values().stream().flatMap(List::stream).toList();
  }

  /** As Maven names a module among the executions. */
  private static String key(MavenProject module) {
    return module.getGroupId() + ":" + module.getArtifactId() + ":" + module.getVersion();
  }
}
