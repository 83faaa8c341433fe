package dev.baton.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;

/** The line for a module that a goal is done with: which it was, and what came of it. */
final class ModuleLine {

  private ModuleLine() {}

  /**
   * The line; empty where there is nothing to say: of a module without Java, and of the only one,
   * of which the sum at the end says the same.
   *
   * @param number which of the modules it is, from 1
   */
  static Optional<String> of(
      String name, int number, int modules, Totals totals, CheckedModule checked) {
    boolean hasJava = !checked.result().sourceFiles().isEmpty();
    if (!hasJava || (modules == 1 && !checked.isUnchanged())) {
      return Optional.empty();
    }
    return Optional.of(
        name(name, number, modules)
            + (checked.isUnchanged()
                ? totals.findings() + " as last time; unchanged, so not analysed again"
                : totals.sum()));
  }

  /** What there is to fix in each of several modules, a line for each that has Java. */
  static List<String> ofFixes(
      List<MavenProject> modules, List<Compilation> compilations, Analysis found) {
    if (modules.size() == 1) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < modules.size(); i++) {
      MavenProject module = modules.get(i);
      Set<Path> files =
          compilations.stream()
              .filter(compilation -> compilation.project().equals(module))
              .flatMap(compilation -> compilation.sources().stream())
              .map(Path::of)
              .collect(Collectors.toSet());
      if (!files.isEmpty()) {
        long findings = found.findings().stream().filter(f -> files.contains(f.file())).count();
        long fixes = found.fixes().stream().filter(f -> files.contains(f.file())).count();
        lines.add(
            name(module.getArtifactId(), i + 1, modules.size())
                + Plural.of((int) findings, "finding")
                + ", "
                + fixes
                + " with a fix; checked "
                + Plural.of(files.size(), "source file"));
      }
    }
    return lines;
  }

  private static String name(String module, int number, int modules) {
    return "Baton: " + module + (modules == 1 ? "" : " (" + number + " of " + modules + ")") + ": ";
  }
}
