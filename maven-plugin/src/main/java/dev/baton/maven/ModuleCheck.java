package dev.baton.maven;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    String flags = String.join(" ", settings.arguments().checks()) + " " + checkerArguments;
    CheckedCompilation checked =
        new CheckedCompilation(
            settings, compilation.paths(), compilation.processorPath(), checkerPath, flags);
    Set<String> asked = AskedTypes.in(flags);
    return ModuleResult.of(
            compilation.sources(),
            compilation.javac().run(checked.analysis(compilation.sources(), work), work))
        .asking(asked, AskedTypes.on(pathOf(compilation), asked));
  }

  private static List<String> pathOf(Compilation compilation) {
    List<String> path = new ArrayList<>(List.of(compilation.classes()));
    path.addAll(compilation.paths().classPath());
    path.addAll(compilation.paths().modulePath());
    return path;
  }

  private static Path workDirectory(Compilation compilation) {
    return Path.of(
        compilation.project().getBuild().getDirectory(), "baton", compilation.execution());
  }
}
