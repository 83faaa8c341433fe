package dev.baton.maven;

import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.RecordedFix;
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
  private final boolean recordsFixes;

  ModuleCheck(List<String> checkerPath, String checkerArguments) {
    this(checkerPath, checkerArguments, /* recordsFixes= */ false);
  }

  private ModuleCheck(List<String> checkerPath, String checkerArguments, boolean recordsFixes) {
    this.checkerPath = checkerPath;
    this.checkerArguments = checkerArguments;
    this.recordsFixes = recordsFixes;
  }

  /** The same with the fixes of what it finds. */
  ModuleCheck withFixes() {
    return new ModuleCheck(checkerPath, checkerArguments, /* recordsFixes= */ true);
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
            settings,
            compilation.paths(),
            compilation.processorPath(),
            checkerPath,
            recordsFixes ? FixArguments.recording(flags, work) : flags);
    Set<String> asked = AskedTypes.in(flags);
    List<CompilerMessage> messages =
        compilation.javac().run(checked.analysis(compilation.sources(), work), work);
    return ModuleResult.of(compilation.sources(), messages, RecordedFix.readAll(work))
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
