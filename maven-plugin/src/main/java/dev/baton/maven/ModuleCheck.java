package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Runs the checks over what Maven has just compiled in one module. */
final class ModuleCheck {

  private final List<String> checkerPath;
  private final String checkerArguments;

  ModuleCheck(List<String> checkerPath, String checkerArguments) {
    this.checkerPath = checkerPath;
    this.checkerArguments = checkerArguments;
  }

  /** Checks each of the module's compilations. */
  ModuleResult run(List<Compilation> compilations) throws MojoExecutionException {
    ModuleResult result = ModuleResult.NOTHING;
    try {
      for (Compilation compilation : compilations) {
        result = result.and(check(compilation));
      }
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read or write a file: " + e.getMessage(), e);
    }
    return result;
  }

  private ModuleResult check(Compilation compilation) throws IOException, MojoExecutionException {
    Path work = WorkDirectory.emptied(workDirectory(compilation));
    CompileSettings settings = compilation.settings();
    CheckedCompilation checked =
        new CheckedCompilation(
            settings,
            compilation.paths(),
            compilation.processorPath(),
            checkerPath,
            String.join(" ", settings.arguments().checks()) + " " + checkerArguments);
    return ModuleResult.of(
        compilation.sources(),
        compilation.javac().run(checked.analysis(compilation.sources(), work), work));
  }

  private static Path workDirectory(Compilation compilation) {
    return Path.of(
        compilation.project().getBuild().getDirectory(), "baton", compilation.execution());
  }
}
