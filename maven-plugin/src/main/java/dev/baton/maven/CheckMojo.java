package dev.baton.maven;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.ToolchainManager;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the main sources of each module once more, with Baton's checks, and prints what they
 * find.
 *
 * <p>Maven compiles the project first, so that generated sources and the classes of sibling modules
 * are there. Nothing is written but below {@code target/baton}, and a baseline where one is asked
 * for.
 */
@Mojo(name = "check", threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_CLASSES)
public class CheckMojo extends BatonMojo {

  /** The least finding that fails the build: {@code error}, {@code warning} or {@code never}. */
  @Parameter(property = "baton.failOn", defaultValue = "error")
  private String failOn;

  /**
   * A file of findings that are known and not reported, from where the build starts. When it is not
   * there, a run from the command line for the whole project writes it.
   */
  @Parameter(property = "baton.baseline")
  private @Nullable String baseline;

  /** Takes findings that are gone out of the baseline. */
  @Parameter(property = "baton.baseline.shrink", defaultValue = "false")
  private boolean shrinkBaseline;

  /**
   * Leaves out what has not changed since it was last checked, and reports again what was found
   * then.
   */
  @Parameter(property = "baton.incremental", defaultValue = "true")
  private boolean incremental;

  @Inject
  CheckMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    super(repositories, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    FailOn limit = FailOn.required(failOn);
    GoalRun run = GoalRun.ofEachModule(session, execution);
    BaselineOption known = BaselineOption.of(baseline, shrinkBaseline, run, base());
    if (skip) {
      getLog().info("Baton: skipped");
      known.leaveOut();
      finish(run, Totals.skipped());
      return;
    }
    known.requireFor(run);
    CheckedModule checked = check();
    ModuleResult all = checked.result();
    SetUpFault.failOn(all.faults(), project.getArtifactId(), base(), getLog());
    ModuleResult result = all.only(known.newOf(project, all));
    result.findings().forEach(this::print);
    boolean shouldHaveJava = !project.getPackaging().equals("pom");
    if (result.sourceFiles().isEmpty() && shouldHaveJava && run.modules() > 1) {
      getLog().info("Baton: " + project.getArtifactId() + " has no Java sources, nothing to check");
    }
    int others = all.findings().size() - result.findings().size();
    Totals totals = Totals.of(project.getArtifactId(), result, others);
    int number = session.getProjects().indexOf(project) + 1;
    ModuleLine.of(project.getArtifactId(), number, run.modules(), totals, checked)
        .ifPresent(getLog()::info);
    finish(run, totals.judgedBy(limit));
  }

  /** Which of the compilations are checked. */
  BuildCompilations.Choice choice() {
    return Compilations::ofMain;
  }

  private CheckedModule check() throws MojoExecutionException, MojoFailureException {
    // What Maven ran before this goal is what it compiled: there is nothing to guess.
    List<MojoExecution> executed =
        execution.getForkedExecutions().values().stream().flatMap(Collection::stream).toList();
    List<Compilation> compilations =
        choice().of(compilations(), project.getExecutionProject(), executed);
    return new ModuleCheck(checkerPath(), checkerFlags(), /* recordsFixes= */ false, incremental)
        .run(compilations);
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
  private void finish(GoalRun run, Totals module)
      throws MojoExecutionException, MojoFailureException {
    Optional<Totals> sum = BuildTally.of(run).add(project.getId(), module);
    if (sum.isEmpty()) {
      return;
    }
    sum.get().lines().forEach(getLog()::info);
    BaselineOption.finish(run, base(), getLog());
    sum.get().failWhereJudgedBad();
  }
}
