package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.toolchain.ToolchainManager;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Checks the main sources of all modules, and writes what is found to a SARIF file for machines and
 * an HTML file for people.
 */
@Mojo(name = "report", aggregator = true, threadSafe = true)
@Execute(lifecycle = "baton", phase = LifecyclePhase.PROCESS_CLASSES)
@SuppressWarnings("UnusedVariable") // parameters that are read for each module, see Options
public class ReportMojo extends BatonMojo {

  /**
   * The SARIF file, from where the build starts; {@code target/baton/findings.sarif} when not set.
   */
  @Parameter(property = "baton.sarif")
  private @Nullable String sarif;

  /** The HTML file, from where the build starts; {@code target/baton/report.html} when not set. */
  @Parameter(property = "baton.html")
  private @Nullable String html;

  /** The least finding that fails the build: {@code error}, {@code warning} or {@code never}. */
  @Parameter(property = "baton.failOn", defaultValue = "never")
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
   * Leaves out what has not changed since it was last reported, and reports again what was found
   * then.
   */
  @Parameter(property = "baton.incremental", defaultValue = "true")
  private boolean incremental;

  @Inject
  ReportMojo(RepositorySystem repositories, ToolchainManager toolchains) {
    super(repositories, toolchains);
  }

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (wasDone()) {
      return;
    }
    GoalRun run = GoalRun.alone(session, execution);
    BuildCompilations build = BuildCompilations.of(session, execution, compilations(), choice());
    Map<String, ModuleResult> results = new LinkedHashMap<>();
    Totals totals = new Totals();
    boolean isSkipped = true;
    for (Map.Entry<MavenProject, List<Compilation>> module : build.modules().entrySet()) {
      Options options = Options.of(module.getKey(), execution, session);
      isSkipped &= options.skip();
      totals.add(check(module.getKey(), module.getValue(), options, run, results).asMap());
    }
    if (isSkipped) {
      getLog().info("Baton: skipped");
      return;
    }
    write(
        new Report(
            project.getName(),
            execution.getVersion(),
            base(),
            totals.sum(),
            List.copyOf(results.keySet()),
            ReportedFinding.all(results),
            Sources.of(build.all()),
            pages()));
    totals.lines().forEach(getLog()::info);
    BaselineOption.finish(run, base(), getLog());
    totals.failWhereJudgedBad();
  }

  /** Which of the compilations are checked. */
  BuildCompilations.Choice choice() {
    return Compilations::ofMain;
  }

  /** Adds what is found in a module to the results, and counts it. */
  private Totals check(
      MavenProject module,
      List<Compilation> compilations,
      Options options,
      GoalRun run,
      Map<String, ModuleResult> results)
      throws MojoExecutionException, MojoFailureException {
    BaselineOption known = BaselineOption.of(options.baseline(), options.shrinks(), run, base());
    if (options.skip()) {
      known.leaveOut();
      return Totals.skipped();
    }
    known.requireFor(run);
    CheckedModule checked =
        new ModuleCheck(
                checkerPath(), options.args(), /* recordsFixes= */ true, options.trustsLastRun())
            .run(compilations);
    ModuleResult all = checked.result();
    String name = module.getArtifactId();
    SetUpFault.failOn(all.faults(), name, base(), getLog());
    ModuleResult result = all.only(known.newOf(module, all));
    if (!all.sourceFiles().isEmpty()) {
      results.merge(name, result, ModuleResult::and);
    }
    int others = all.findings().size() - result.findings().size();
    Totals totals = Totals.of(name, result, others);
    List<MavenProject> modules = session.getProjects();
    ModuleLine.of(name, modules.indexOf(module) + 1, modules.size(), totals, checked)
        .ifPresent(getLog()::info);
    return totals.judgedBy(options.limit());
  }

  private static CheckPages pages() throws MojoExecutionException {
    try {
      return CheckPages.load(ReportMojo.class.getClassLoader());
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read the pages of its checks: " + e, e);
    }
  }

  private void write(Report report) throws MojoExecutionException {
    Path sarifFile = file(sarif, "findings.sarif");
    Path htmlFile = file(html, "report.html");
    try {
      WholeFile.write(sarifFile, SarifReport.of(report));
      WholeFile.write(htmlFile, HtmlReport.of(report));
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read or write a file: " + e.getMessage(), e);
    }
    getLog().info("Baton: SARIF is in " + DisplayPath.of(base(), sarifFile));
    getLog().info("Baton: the report is in " + DisplayPath.of(base(), htmlFile));
  }

  private Path file(@Nullable String asked, String name) {
    if (asked != null && !asked.isBlank()) {
      return base().resolve(asked.strip()).normalize();
    }
    MavenProject root =
        session.getAllProjects().stream()
            .filter(MavenProject::isExecutionRoot)
            .findFirst()
            .orElse(project);
    return Path.of(root.getBuild().getDirectory(), "baton", name);
  }

  /** The parameters that each module may have for itself, as those of the goal check. */
  private record Options(
      FailOn limit,
      boolean skip,
      String args,
      @Nullable String baseline,
      boolean shrinks,
      boolean trustsLastRun) {

    static Options of(MavenProject module, MojoExecution goal, MavenSession session)
        throws MojoExecutionException, MojoFailureException {
      ExecutionConfiguration parameters = ExecutionConfiguration.ofModule(goal, session, module);
      try {
        return new Options(
            FailOn.required(Objects.requireNonNullElse(parameters.text("failOn"), "never")),
            parameters.flag("skip"),
            Objects.requireNonNullElse(parameters.text("args"), ""),
            parameters.text("baseline"),
            parameters.flag("shrinkBaseline"),
            !"false".equals(parameters.text("incremental")));
      } catch (ExpressionEvaluationException e) {
        throw new MojoExecutionException(
            "the settings of this goal cannot be read: " + e.getMessage(), e);
      }
    }
  }
}
