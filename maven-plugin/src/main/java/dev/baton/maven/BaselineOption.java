package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The baseline that a user asks for in a module, or none. */
record BaselineOption(Optional<Baseline> baseline) {

  /**
   * Takes the file as it is written by a user, from where the build starts.
   *
   * @param shrinks whether findings that are gone are taken out of it
   */
  static BaselineOption of(@Nullable String file, boolean shrinks, GoalRun run, Path base)
      throws MojoFailureException {
    if (file == null || file.isBlank()) {
      if (shrinks) {
        throw new MojoFailureException(
            "baton.baseline.shrink is set, but no file that could shrink; name it with"
                + " -Dbaton.baseline=FILE");
      }
      return new BaselineOption(Optional.empty());
    }
    Baseline baseline = Baseline.of(run, base.resolve(file.strip()).normalize());
    if (shrinks) {
      baseline.shrink();
    }
    return new BaselineOption(Optional.of(baseline));
  }

  /** Fails where there is no file to use, and none to write. */
  void requireFor(GoalRun run) throws MojoExecutionException, MojoFailureException {
    if (baseline.isPresent()) {
      try {
        baseline.get().requireFor(run);
      } catch (IOException e) {
        throw cannotRead(e);
      }
    }
  }

  /** Those of a module's findings that are not known. */
  List<Finding> newOf(MavenProject module, ModuleResult all)
      throws MojoExecutionException, MojoFailureException {
    if (baseline.isEmpty()) {
      return all.findings();
    }
    if (all.sourceFiles().isEmpty()) {
      if (!SourceFiles.find(module.getCompileSourceRoots(), List.of(), List.of()).isEmpty()) {
        leaveOut();
      }
      return List.of();
    }
    try {
      return baseline.get().newOf(module.getId(), all.findings());
    } catch (IOException e) {
      throw cannotRead(e);
    }
  }

  /** Notes that a module is not looked at. */
  void leaveOut() {
    baseline.ifPresent(Baseline::leaveOut);
  }

  /** Writes the files of all modules of a run where it has to, and says so. */
  static void finish(GoalRun run, Path base, Log log)
      throws MojoExecutionException, MojoFailureException {
    for (Baseline baseline : Baseline.takeAll(run)) {
      boolean isNew = baseline.isNew();
      try {
        baseline.finish(run, base).ifPresent(isNew ? log::warn : log::info);
      } catch (IOException e) {
        throw new MojoExecutionException("Baton cannot write the baseline: " + e, e);
      }
    }
  }

  private static MojoExecutionException cannotRead(IOException e) {
    return new MojoExecutionException("Baton cannot read the baseline: " + e, e);
  }
}
