package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;

/**
 * A goal that changes the main and test sources of all modules: first on copies, and in the project
 * only when all of it compiles with the changes.
 */
abstract class EditingMojo extends BatonMojo {

  /** Prints a patch, for {@code git apply} or {@code patch -p1}, and leaves the sources alone. */
  @Parameter(property = "baton.dryRun", defaultValue = "false")
  private String dryRun;

  EditingMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    super(repositories, toolchains);
  }

  /** Tells what a goal would change, from what the checks say. */
  @FunctionalInterface
  interface Proposals {
    Analyzer of(Analyzer checks, Sources sources);
  }

  /** Makes the words about what came of it. */
  @FunctionalInterface
  interface Reports {
    EditReport of(FixOutcome outcome, boolean dryRun, Sources sources);
  }

  /** Does what the user asks for: changes the sources, or shows how they would change. */
  final void edit(Proposals proposals, Reports reports)
      throws MojoExecutionException, MojoFailureException {
    FixArguments arguments = FixArguments.parse(checkerFlags());
    boolean onlyShows = FixArguments.parseDryRun(dryRun);
    if (skip) {
      getLog().info("Baton: skipped");
      return;
    }
    if (wasDone()) {
      return;
    }
    List<Compilation> compilations =
        BuildCompilations.of(session, execution, compilations(), Compilations::ofMainAndTests)
            .all();
    if (compilations.isEmpty()) {
      getLog().info("Baton: this build has no Java sources, nothing to " + goal());
      return;
    }
    try (Scratch scratch = Scratch.create()) {
      // That of another run would not fit.
      Files.deleteIfExists(patch());
      Sources sources = Sources.of(compilations);
      Analyzer checks =
          new BuildAnalyzer(
              compilations,
              checkerPath(),
              arguments,
              sources,
              scratch,
              PackedClasses.of(session.getProjects()),
              WorkDirectory.emptied(directory().resolve(goal())));
      FixOutcome outcome = outcome(proposals.of(checks, sources), compilations, sources);
      FixedFiles files = new FixedFiles(outcome.texts(), sources);
      finish(files, reports.of(outcome, onlyShows, sources), onlyShows);
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read or write a file: " + e.getMessage(), e);
    }
  }

  private FixOutcome outcome(Analyzer analyzer, List<Compilation> compilations, Sources sources)
      throws IOException, MojoExecutionException, MojoFailureException {
    Analysis first = analyzer.analyze(Map.of());
    SetUpFault.failOn(first.faults(), project.getArtifactId(), base(), getLog());
    ModuleLine.ofFixes(session.getProjects(), compilations, first).forEach(getLog()::info);
    return new FixRounds(first, analyzer, sources).run();
  }

  private void finish(FixedFiles files, EditReport report, boolean onlyShows)
      throws IOException, MojoFailureException {
    if (!onlyShows) {
      files.write();
    }
    report.done(base()).forEach(getLog()::info);
    report.left(base()).forEach(getLog()::warn);
    if (onlyShows && files.number() > 0) {
      showPatch(files);
    }
    getLog().info(report.sum());
  }

  /** Prints the patch as it is, so that it can be piped, and keeps it: a terminal may alter it. */
  @SuppressWarnings("SystemOut") // the log would put a word before each line
  private void showPatch(FixedFiles files) throws IOException {
    Path directory = files.commonDirectory(base());
    byte[] patch = files.patch(directory);
    // On a line of its own, whatever was printed last: colours are reset in front of it.
    System.out.println();
    System.out.write(patch);
    System.out.flush();
    Files.write(patch(), patch);
    getLog()
        .info(
            "Baton: to apply the patch, run in "
                + directory
                + ": git apply "
                + directory.relativize(patch()));
  }

  private String goal() {
    return execution.getGoal();
  }

  private Path patch() {
    return directory().resolve(goal() + ".patch");
  }

  /** Where goals write what is not for the project. */
  private Path directory() {
    return Path.of(project.getBuild().getDirectory(), "baton");
  }
}
