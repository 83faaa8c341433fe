package dev.baton.maven;

import dev.baton.maven.driver.CompileRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Runs the checks over what Maven has just compiled in one module. */
final class ModuleCheck {

  private static final String COMPILER_PLUGIN = "maven-compiler-plugin";
  private static final String COMPILE_GOAL = "compile";

  private final MavenSession session;
  private final MavenProject project;
  private final RepositorySystem repositories;
  private final ToolchainManager toolchains;
  private final List<String> checkerPath;

  /**
   * Takes the project as Maven compiled it: with the source roots that other plugins added, and
   * with its dependencies resolved.
   */
  ModuleCheck(
      MavenSession session,
      MavenProject project,
      RepositorySystem repositories,
      ToolchainManager toolchains,
      List<String> checkerPath) {
    this.session = session;
    this.project = project;
    this.repositories = repositories;
    this.toolchains = toolchains;
    this.checkerPath = checkerPath;
  }

  /** Checks each compilation that is among the given executions. */
  ModuleResult run(List<MojoExecution> executed, String checkerArguments)
      throws MojoExecutionException, MojoFailureException {
    ModuleResult result = ModuleResult.NOTHING;
    for (MojoExecution execution : executed) {
      if (isCompilation(execution)) {
        result = result.and(check(execution, checkerArguments));
      }
    }
    return result;
  }

  private static boolean isCompilation(MojoExecution execution) {
    return execution.getArtifactId().equals(COMPILER_PLUGIN)
        && execution.getGoal().equals(COMPILE_GOAL);
  }

  private ModuleResult check(MojoExecution execution, String checkerArguments)
      throws MojoExecutionException, MojoFailureException {
    try {
      ExecutionConfiguration parameters = ExecutionConfiguration.of(execution, session, project);
      CompileSettings settings = CompileSettings.of(parameters);
      List<String> sources = settings.sourceFiles();
      if (settings.skip() || settings.onlyProcesses() || sources.isEmpty()) {
        return ModuleResult.NOTHING;
      }
      Path work = WorkDirectory.emptied(workDirectory(execution));
      CheckedCompilation compilation =
          new CheckedCompilation(
              settings,
              ClassPaths.split(
                  project.getBuild().getOutputDirectory(),
                  project.getCompileClasspathElements(),
                  sources),
              processorPath(settings, parameters),
              checkerPath,
              checkerArguments);
      CompileRequest request = compilation.request(sources, work);
      return ModuleResult.of(sources, javac(settings, parameters).run(request, work));
    } catch (DependencyResolutionException | DependencyResolutionRequiredException e) {
      throw new MojoFailureException(
          "Baton needs what this project compiles with: " + e.getMessage(), e);
    } catch (ExpressionEvaluationException e) {
      throw new MojoExecutionException(
          "the settings of the compiler cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read or write a file: " + e.getMessage(), e);
    }
  }

  private List<String> processorPath(CompileSettings settings, ExecutionConfiguration parameters)
      throws ExpressionEvaluationException, DependencyResolutionException {
    String written = settings.arguments().processorPath();
    if (!written.isEmpty()) {
      return List.of(written.split(Pattern.quote(File.pathSeparator)));
    }
    return new ProcessorPath(repositories, session.getRepositorySession(), project)
        .resolve(parameters);
  }

  private Javac javac(CompileSettings settings, ExecutionConfiguration parameters)
      throws ExpressionEvaluationException, MojoFailureException {
    Map<String, String> wantedJdk = new HashMap<>();
    for (var wish : parameters.map("jdkToolchain").entrySet()) {
      String value = wish.getValue();
      if (value != null) {
        wantedJdk.put(wish.getKey(), value);
      }
    }
    Jdk jdk = Jdk.of(toolchains, session, wantedJdk);
    // Inside Maven's own JVM the compiler takes no arguments for a JVM, and ignores them.
    return new Javac(jdk.java(), settings.fork() ? settings.arguments().jvm() : List.of());
  }

  private Path workDirectory(MojoExecution execution) {
    return Path.of(project.getBuild().getDirectory(), "baton", execution.getExecutionId());
  }
}
