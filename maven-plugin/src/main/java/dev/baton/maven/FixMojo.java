package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * Fixes what Baton's checks find in the main and test sources of all modules, where a finding has a
 * fix.
 *
 * <p>Maven compiles the project first; where that fails, nothing is touched. Fixes are made on
 * copies, all modules of the build are compiled with them, and only then they are written to the
 * project. Files below a build directory are left alone.
 */
@Mojo(name = "fix", aggregator = true, threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class FixMojo extends AbstractMojo {

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

  /** Prints a patch, for {@code git apply} or {@code patch -p1}, and leaves the sources alone. */
  @Parameter(property = "baton.dryRun", defaultValue = "false")
  private String dryRun;

  /** Fixes nothing. */
  @Parameter(property = "baton.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Flags for the checks. {@code -XepPatchChecks:LostCancel,NullContext} fixes the findings of
   * these checks alone.
   */
  @Parameter(property = "baton.args")
  private @Nullable String args;

  @Inject
  FixMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    this.repositories = repositories;
    this.toolchains = toolchains;
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    FixArguments arguments = FixArguments.parse(args == null ? "" : args);
    boolean onlyShows = FixArguments.parseDryRun(dryRun);
    if (skip) {
      getLog().info("Baton: skipped");
      return;
    }
    if (OncePerBuild.isDone(session, execution)) {
      getLog().info("Baton: the goal fix was done for all modules already");
      return;
    }
    List<Compilation> compilations =
        BuildCompilations.of(
                session, execution, repositories, toolchains, Compilations::ofMainAndTests)
            .all();
    if (compilations.isEmpty()) {
      getLog().info("Baton: this build has no Java sources, nothing to fix");
      return;
    }
    try (Scratch scratch = Scratch.create()) {
      fix(compilations, arguments, onlyShows, scratch);
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read or write a file: " + e.getMessage(), e);
    }
  }

  private void fix(
      List<Compilation> compilations, FixArguments arguments, boolean onlyShows, Scratch scratch)
      throws IOException, MojoExecutionException, MojoFailureException {
    List<String> checkerPath =
        pluginArtifacts.stream().map(a -> a.getFile().getAbsolutePath()).toList();
    Path work = WorkDirectory.emptied(Path.of(project.getBuild().getDirectory(), "baton", "fix"));
    Path patch = work.resolveSibling("fix.patch");
    // That of another run would not fit.
    Files.deleteIfExists(patch);
    Sources sources = Sources.of(compilations);
    Analyzer analyzer =
        new BuildAnalyzer(
            compilations,
            checkerPath,
            arguments,
            sources,
            scratch,
            PackedClasses.of(session.getProjects()),
            work);
    Analysis first = analyzer.analyze(Map.of());
    SetUpFault.failOn(first.faults(), project.getArtifactId(), base(), getLog());
    ModuleLine.ofFixes(session.getProjects(), compilations, first).forEach(getLog()::info);
    FixOutcome outcome = new FixRounds(first, analyzer, sources).run();
    FixedFiles files = new FixedFiles(outcome.texts(), sources);
    if (!onlyShows) {
      files.write();
    }
    FixReport report = new FixReport(outcome, onlyShows, sources.number());
    report.fixed(base()).forEach(getLog()::info);
    report.left(base()).forEach(getLog()::warn);
    if (onlyShows && files.number() > 0) {
      showPatch(files, patch);
    }
    getLog().info(report.sum());
  }

  /** Prints the patch as it is, so that it can be piped, and keeps it: a terminal may alter it. */
  @SuppressWarnings("SystemOut") // the log would put a word before each line
  private void showPatch(FixedFiles files, Path file) throws IOException {
    Path directory = files.commonDirectory(base());
    byte[] patch = files.patch(directory);
    // On a line of its own, whatever was printed last: colours are reset in front of it.
    System.out.println();
    System.out.write(patch);
    System.out.flush();
    Files.write(file, patch);
    getLog()
        .info(
            "Baton: to apply the patch, run in "
                + directory
                + ": git apply "
                + directory.relativize(file));
  }

  private Path base() {
    return Path.of(session.getExecutionRootDirectory());
  }
}
