package dev.baton.maven;

import dev.baton.maven.driver.CompileRequest;
import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.RecordedFix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Runs the compilations of a build with the checks.
 *
 * <p>Of changed sources, classes are written, to a place of their own; what is compiled against
 * them is compiled again, so that a change cannot break another module or the tests.
 */
final class BuildAnalyzer implements Analyzer {

  private final List<Compilation> compilations;
  private final List<String> checkerPath;
  private final FixArguments arguments;
  private final Sources sources;
  private final Scratch scratch;
  private final PackedClasses packed;
  private final Path work;
  private final Map<Integer, Analysis> unchanged = new HashMap<>();
  private int runs;

  /**
   * Takes the compilations in the order in which Maven ran them, and an empty directory for
   * requests and messages.
   */
  BuildAnalyzer(
      List<Compilation> compilations,
      List<String> checkerPath,
      FixArguments arguments,
      Sources sources,
      Scratch scratch,
      PackedClasses packed,
      Path work) {
    this.compilations = List.copyOf(compilations);
    this.checkerPath = List.copyOf(checkerPath);
    this.arguments = arguments;
    this.sources = sources;
    this.scratch = scratch;
    this.packed = packed;
    this.work = work;
  }

  @Override
  public Analysis analyze(Map<Path, String> changed) throws IOException, MojoExecutionException {
    runs++;
    SortedMap<Integer, Analysis> results = new TreeMap<>(unchanged);
    fillScratch(changed);
    Set<String> changedClasses = copyClasses(changed);
    for (int i = 0; i < compilations.size(); i++) {
      ClassPaths paths = paths(compilations.get(i));
      if (changed.isEmpty()
          || compiles(i, changed)
          || changedClasses.stream().anyMatch(paths::contain)) {
        results.put(i, run(i, compiles(i, changed)));
      }
    }
    if (changed.isEmpty()) {
      unchanged.putAll(results);
    }
    return Analysis.sum(results.values());
  }

  private ClassPaths paths(Compilation compilation) {
    return compilation.paths().with(packed::unpacked);
  }

  private void fillScratch(Map<Path, String> changed) throws IOException {
    Map<Path, byte[]> files = new HashMap<>();
    changed.forEach((file, text) -> files.put(file, sources.encode(file, text)));
    scratch.fill(files);
  }

  private Set<String> copyClasses(Map<Path, String> changed) throws IOException {
    Set<String> copied = new HashSet<>();
    for (int i = 0; i < compilations.size(); i++) {
      String classes = compilations.get(i).classes();
      if (compiles(i, changed) && copied.add(classes)) {
        scratch.copyClasses(classes);
      }
    }
    return copied;
  }

  private boolean compiles(int compilation, Map<Path, String> changed) {
    return compilations.get(compilation).sources().stream()
        .anyMatch(source -> changed.containsKey(Path.of(source)));
  }

  private Analysis run(int number, boolean isChanged) throws IOException, MojoExecutionException {
    Compilation compilation = compilations.get(number);
    String name =
        number + "-" + compilation.project().getArtifactId() + "-" + compilation.execution();
    Path directory = Files.createDirectories(work.resolve("run-" + runs).resolve(name));
    List<CompilerMessage> messages =
        compilation.javac().run(request(compilation, isChanged, directory), directory);
    return Analysis.of(
        compilation.ofTests(),
        arguments,
        messages.stream().map(m -> m.inFile(scratch.original(m.path()))).toList(),
        RecordedFix.readAll(directory).stream()
            .map(f -> f.inFile(scratch.original(f.path())))
            .toList());
  }

  private CompileRequest request(Compilation compilation, boolean isChanged, Path directory)
      throws IOException {
    CompileSettings settings = compilation.settings();
    CheckedCompilation checked =
        new CheckedCompilation(
            settings.withSourceRoots(scratch.paths(settings.sourceRoots())),
            paths(compilation).with(scratch::paths),
            compilation.processorPath(),
            checkerPath,
            arguments.forChecker(settings.arguments().checks(), compilation.ofTests(), directory));
    List<String> files = compilation.sources().stream().map(scratch::file).toList();
    return isChanged
        ? checked.compilation(files, directory, scratch.place(compilation.classes()))
        : checked.analysis(files, directory);
  }
}
