package dev.baton.maven;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * What Maven has just compiled in all modules, for a goal that is done once for all of them.
 *
 * @param modules the compilations of each module, in the order of the build
 */
record BuildCompilations(Map<MavenProject, List<Compilation>> modules) {

  /** The compilations of main sources. */
  static BuildCompilations ofMain(
      MavenSession session,
      MojoExecution goal,
      RepositorySystem repositories,
      ToolchainManager toolchains)
      throws MojoExecutionException, MojoFailureException {
    Compilations all = new Compilations(session, repositories, toolchains);
    Map<String, List<MojoExecution>> executed = goal.getForkedExecutions();
    Map<MavenProject, List<Compilation>> modules = new LinkedHashMap<>();
    for (MavenProject module : session.getProjects()) {
      modules.put(
          module,
          all.ofMain(module.getExecutionProject(), executed.getOrDefault(key(module), List.of())));
    }
    return new BuildCompilations(modules);
  }

  /** Those of all modules. */
  List<Compilation> all() {
    return modules.values().stream().flatMap(List::stream).toList();
  }

  /** As Maven names a module among the executions. */
  static String key(MavenProject module) {
    return module.getGroupId() + ":" + module.getArtifactId() + ":" + module.getVersion();
  }
}
