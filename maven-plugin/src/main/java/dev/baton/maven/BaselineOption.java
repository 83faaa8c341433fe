package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/**
 * The baseline that a user asks for, or none.
 *
 * @param shrinks whether findings that are gone are taken out of it
 */
record BaselineOption(Optional<Baseline> baseline, boolean shrinks) {

  /** Takes the file as it is written by a user, from where the build starts. */
  static BaselineOption of(@Nullable String file, boolean shrinks, MavenSession session)
      throws MojoExecutionException, MojoFailureException {
    if (file == null || file.isBlank()) {
      if (shrinks) {
        throw new MojoFailureException(
            "baton.baseline.shrink is set, but no file that could shrink; name it with"
                + " -Dbaton.baseline=FILE");
      }
      return new BaselineOption(Optional.empty(), /* shrinks= */ false);
    }
    Path path = Path.of(session.getExecutionRootDirectory()).resolve(file.strip()).normalize();
    try {
      return new BaselineOption(
          Optional.of(Baseline.of(session.getRepositorySession().getData(), path)), shrinks);
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read the baseline: " + e, e);
    }
  }

  /** Those of a module's findings that are not known. */
  List<Finding> newOf(List<Finding> findings) {
    return baseline.isPresent() ? baseline.get().newOf(findings) : findings;
  }

  void skipModule() {
    baseline.ifPresent(Baseline::skipModule);
  }

  /**
   * Writes the file where it has to be, and says so.
   *
   * @param ofWholeCommand whether the goal was done for all modules of the command
   */
  void finish(MavenSession session, boolean ofWholeCommand, Log log) throws MojoExecutionException {
    if (baseline.isEmpty()) {
      return;
    }
    boolean hasAll =
        ofWholeCommand && session.getProjects().size() == session.getAllProjects().size();
    boolean isNew = baseline.get().isNew();
    try {
      baseline.get().finish(shrinks, hasAll).ifPresent(isNew ? log::warn : log::info);
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot write the baseline: " + e, e);
    }
    if (ofWholeCommand) {
      baseline.get().forget();
    }
  }
}
