package dev.baton.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What Maven tells each goal, and what users may set for all of them. */
abstract class BatonMojo extends AbstractMojo {

  private final RepositorySystem repositories;
  private final ToolchainManager toolchains;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  MavenSession session;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  MavenProject project;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  MojoExecution execution;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  private List<Artifact> pluginArtifacts;

  /** Does nothing. */
  @Parameter(property = "baton.skip", defaultValue = "false")
  boolean skip;

  /**
   * Flags for the checks, such as {@code -Xep:LostCancel:WARN}. Where a goal changes sources,
   * {@code -XepPatchChecks:LostCancel,NullContext} lets it do so for the findings of these checks
   * alone.
   */
  @Parameter(property = "baton.args")
  private @Nullable String args;

  BatonMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    this.repositories = repositories;
    this.toolchains = toolchains;
  }

  final Compilations compilations() {
    return new Compilations(session, repositories, toolchains);
  }

  /** The jars with the checks, and all that they need. */
  final List<String> checkerPath() {
    return pluginArtifacts.stream().map(a -> a.getFile().getAbsolutePath()).toList();
  }

  /** The flags of the user, empty where there are none. */
  final String checkerFlags() {
    return Objects.requireNonNullElse(args, "");
  }

  /** Whether a goal that is done for all modules was done already; says so then. */
  final boolean wasDone() {
    boolean isDone = OncePerBuild.isDone(session, execution);
    if (isDone) {
      getLog().info("Baton: the goal " + execution.getGoal() + " was done for all modules already");
    }
    return isDone;
  }

  /** Where the build starts. */
  final Path base() {
    return Path.of(session.getExecutionRootDirectory());
  }
}
