package dev.baton.maven;

import dev.baton.maven.driver.CompileRequest;
import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.RecordedFix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Runs the checks over what Maven has just compiled in one module.
 *
 * @param checkerPath the jars of the checks
 * @param checkerArguments their flags
 * @param recordsFixes whether the fixes of what is found are wanted
 * @param trustsLastRun whether a compilation of which nothing has changed is left out, and has the
 *     result of the last run
 */
record ModuleCheck(
    List<String> checkerPath,
    String checkerArguments,
    boolean recordsFixes,
    boolean trustsLastRun) {

  /** Checks each of the module's compilations. */
  CheckedModule run(List<Compilation> compilations) throws MojoExecutionException {
    CheckedModule module = new CheckedModule(ModuleResult.NOTHING, !compilations.isEmpty());
    try {
      for (Compilation compilation : compilations) {
        CheckedModule next = check(compilation);
        module =
            new CheckedModule(
                module.result().and(next.result()), module.isUnchanged() && next.isUnchanged());
      }
    } catch (IOException e) {
      throw new MojoExecutionException("Baton cannot read or write a file: " + e.getMessage(), e);
    }
    return module;
  }

  private CheckedModule check(Compilation compilation) throws IOException, MojoExecutionException {
    // First of all: as a URI, a directory reads otherwise when it is not there.
    Path work = Files.createDirectories(workDirectory(compilation));
    String flags =
        String.join(" ", compilation.settings().arguments().checks()) + " " + checkerArguments;
    CheckedCompilation checked =
        new CheckedCompilation(
            compilation.settings(),
            compilation.paths(),
            compilation.processorPath(),
            checkerPath,
            recordsFixes ? FixArguments.recording(flags, work) : flags);
    CompileRequest request = checked.analysis(compilation.sources(), work);
    LastRun last = new LastRun(work);
    Optional<String> key = key(compilation, request, work);
    Optional<ModuleResult> known =
        key.isPresent() ? last.result(key.get(), compilation.sources()) : Optional.empty();
    ModuleResult result =
        known.isPresent() ? known.get() : analyze(compilation, checked, work, key, last);
    Set<String> asked = AskedTypes.in(flags);
    return new CheckedModule(
        result.asking(asked, AskedTypes.on(pathOf(compilation), asked)), known.isPresent());
  }

  private ModuleResult analyze(
      Compilation compilation,
      CheckedCompilation checked,
      Path work,
      Optional<String> key,
      LastRun last)
      throws IOException, MojoExecutionException {
    WorkDirectory.emptied(work);
    CompileRequest request = checked.analysis(compilation.sources(), work);
    List<CompilerMessage> messages = compilation.javac().run(request, work);
    ModuleResult result =
        ModuleResult.of(compilation.sources(), messages, RecordedFix.readAll(work));
    // Somebody may have changed a file while javac read them.
    if (key.isPresent()
        && result.faults().isEmpty()
        && key.equals(key(compilation, request, work))) {
      last.keep(key.get());
    }
    return result;
  }

  private Optional<String> key(Compilation compilation, CompileRequest request, Path work) {
    return trustsLastRun
        ? CompilationKey.of(compilation, request, checkerPath, work)
        : Optional.empty();
  }

  private static List<String> pathOf(Compilation compilation) {
    List<String> path = new ArrayList<>(List.of(compilation.classes()));
    path.addAll(compilation.paths().classPath());
    path.addAll(compilation.paths().modulePath());
    return path;
  }

  /** With fixes a compilation has another result, which is kept beside the one without. */
  private Path workDirectory(Compilation compilation) {
    Path all = Path.of(compilation.project().getBuild().getDirectory(), "baton");
    return (recordsFixes ? all.resolve("report") : all).resolve(compilation.execution());
  }
}
