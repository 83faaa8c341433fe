package dev.baton.maven;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

/** Finds out what Maven has just compiled in a module, and how. */
final class Compilations {

  private static final String COMPILER_PLUGIN = "maven-compiler-plugin";
  private static final String COMPILE = "compile";
  private static final String TEST_COMPILE = "testCompile";

  private final MavenSession session;
  private final RepositorySystem repositories;
  private final ToolchainManager toolchains;

  Compilations(MavenSession session, RepositorySystem repositories, ToolchainManager toolchains) {
    this.session = session;
    this.repositories = repositories;
    this.toolchains = toolchains;
  }

  /**
   * The compilations of main sources among what Maven ran.
   *
   * @param project the module as Maven compiled it: with the source roots that other plugins added,
   *     and with its dependencies resolved
   */
  List<Compilation> ofMain(MavenProject project, List<MojoExecution> executed)
      throws MojoExecutionException, MojoFailureException {
    return of(project, executed, Set.of(COMPILE));
  }

  /** The compilations of main and test sources. */
  List<Compilation> ofMainAndTests(MavenProject project, List<MojoExecution> executed)
      throws MojoExecutionException, MojoFailureException {
    return of(project, executed, Set.of(COMPILE, TEST_COMPILE));
  }

  private List<Compilation> of(
      MavenProject project, List<MojoExecution> executed, Set<String> goals)
      throws MojoExecutionException, MojoFailureException {
    List<Compilation> compilations = new ArrayList<>();
    try {
      for (MojoExecution execution : executed) {
        if (execution.getArtifactId().equals(COMPILER_PLUGIN)
            && goals.contains(execution.getGoal())) {
          add(project, execution, compilations);
        }
      }
    } catch (DependencyResolutionException | DependencyResolutionRequiredException e) {
      throw new MojoFailureException(
          "Baton needs what this project compiles with: " + e.getMessage(), e);
    } catch (ExpressionEvaluationException e) {
      throw new MojoExecutionException(
          "the settings of the compiler cannot be read: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read or write a file: " + e.getMessage(), e);
    }
    return compilations;
  }

  private void add(MavenProject project, MojoExecution execution, List<Compilation> compilations)
      throws DependencyResolutionException,
          DependencyResolutionRequiredException,
          ExpressionEvaluationException,
          IOException,
          MojoFailureException {
    boolean ofTests = execution.getGoal().equals(TEST_COMPILE);
    ExecutionConfiguration parameters = ExecutionConfiguration.of(execution, session, project);
    CompileSettings settings =
        ofTests ? CompileSettings.ofTests(parameters) : CompileSettings.of(parameters);
    List<String> sources = settings.sourceFiles();
    if (settings.skip() || settings.onlyProcesses() || sources.isEmpty()) {
      return;
    }
    compilations.add(
        new Compilation(
            project,
            execution.getExecutionId(),
            ofTests,
            settings,
            sources,
            classes(project, ofTests, parameters),
            paths(project, ofTests, settings, sources),
            processorPath(project, settings, parameters),
            javac(settings, parameters)));
  }

  private static String classes(
      MavenProject project, boolean ofTests, ExecutionConfiguration parameters)
      throws ExpressionEvaluationException {
    String usual =
        ofTests
            ? project.getBuild().getTestOutputDirectory()
            : project.getBuild().getOutputDirectory();
    return Objects.requireNonNullElse(parameters.text("outputDirectory"), usual);
  }

  private static ClassPaths paths(
      MavenProject project, boolean ofTests, CompileSettings settings, List<String> sources)
      throws DependencyResolutionRequiredException, IOException {
    String mainClasses = project.getBuild().getOutputDirectory();
    if (!ofTests) {
      return ClassPaths.split(mainClasses, project.getCompileClasspathElements(), sources);
    }
    List<String> elements = project.getTestClasspathElements();
    return settings.mayUseModulePath()
        ? ClassPaths.splitForTests(
            mainClasses, project.getCompileSourceRoots(), elements, settings.sourceRoots(), sources)
        : ClassPaths.onClassPath(elements);
  }

  private List<String> processorPath(
      MavenProject project, CompileSettings settings, ExecutionConfiguration parameters)
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
    return new Javac(
        JavacProcesses.of(session.getRepositorySession().getData()),
        jdk.java(),
        settings.fork() ? settings.arguments().jvm() : List.of());
  }
}
