package dev.baton.maven;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the main sources of each module once more, with Baton's checks, and prints what they
 * find.
 *
 * <p>Maven compiles the project first, so that generated sources and the classes of sibling modules
 * are there. Nothing is written but below {@code target/baton}.
 */
@Mojo(name = "check", threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_CLASSES)
public final class CheckMojo extends AbstractMojo {

  private final RepositorySystem repositories;
  private final ToolchainManager toolchains;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  private MojoExecution execution;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  /** The least finding that fails the build: {@code error}, {@code warning} or {@code never}. */
  @Parameter(property = "baton.failOn", defaultValue = "error")
  private String failOn;

  /** Leaves a module, or the whole build, unchecked. */
  @Parameter(property = "baton.skip", defaultValue = "false")
  private boolean skip;

  /** Flags for the checks, such as {@code -Xep:LostCancel:WARN}. */
  @Parameter(property = "baton.args")
  private @Nullable String args;

  @Inject
  CheckMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    this.repositories = repositories;
    this.toolchains = toolchains;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    FailOn limit =
        FailOn.parse(failOn)
            .orElseThrow(
                () ->
                    new MojoFailureException(
                        "baton.failOn is '" + failOn + "', but must be one of " + FailOn.words()));
    if (skip) {
      getLog().info("Baton: skipped");
      finish(Totals.skipped(), limit);
      return;
    }
    ModuleResult result = check();
    result.findings().forEach(this::print);
    SetUpFault.failOn(result.faults(), project.getArtifactId(), base(), getLog());
    boolean shouldHaveJava = !project.getPackaging().equals("pom");
    if (result.sourceFiles().isEmpty() && shouldHaveJava && modules() > 1) {
      getLog().info("Baton: " + project.getArtifactId() + " has no Java sources, nothing to check");
    }
    finish(Totals.of(project.getArtifactId(), result), limit);
  }

  private ModuleResult check() throws MojoExecutionException, MojoFailureException {
    // What Maven ran before this goal is what it compiled: there is nothing to guess.
    List<MojoExecution> executed =
        execution.getForkedExecutions().values().stream().flatMap(Collection::stream).toList();
    List<String> checkerPath =
        pluginArtifacts.stream().map(a -> a.getFile().getAbsolutePath()).toList();
    List<Compilation> compilations =
        new Compilations(session, repositories, toolchains)
            .ofMain(project.getExecutionProject(), executed);
    return new ModuleCheck(checkerPath, args == null ? "" : args).run(compilations);
  }

  private void print(Finding finding) {
    String text = finding.show(base());
    switch (finding.severity()) {
      case ERROR -> getLog().error(text);
      case WARNING -> getLog().warn(text);
      case SUGGESTION -> getLog().info(text);
    }
  }

  /** Sums up and fails at the last module, so that the findings of all modules are seen. */
  private void finish(Totals module, FailOn limit) throws MojoFailureException {
    BuildTally tally = BuildTally.of(session.getRepositorySession().getData());
    Optional<Totals> sum = tally.add(project.getId(), module, modules());
    if (sum.isEmpty()) {
      return;
    }
    sum.get().lines().forEach(getLog()::info);
    if (limit.failsOn(sum.get().count(Severity.ERROR), sum.get().count(Severity.WARNING))) {
      throw new MojoFailureException(
          "Baton found "
              + sum.get().findings()
              + "; fix them, suppress them with @SuppressWarnings(\"CheckName\") and a reason, or"
              + " run with -Dbaton.failOn=never");
    }
  }

  /** How many modules are summed up: one that a pom binds this goal to stands for itself. */
  private int modules() {
    boolean onCommandLine = execution.getSource() == MojoExecution.Source.CLI;
    return onCommandLine ? session.getProjects().size() : 1;
  }

  private Path base() {
    return Path.of(session.getExecutionRootDirectory());
  }
}
