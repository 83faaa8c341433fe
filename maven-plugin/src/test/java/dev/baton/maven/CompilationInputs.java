package dev.baton.maven;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What decides the result of a compilation: its paths and language level, by javac's options. */
final class CompilationInputs {

  private static final ImmutableSet<String> OPTIONS =
      ImmutableSet.of(
          "-classpath",
          "--module-path",
          "-sourcepath",
          "-processorpath",
          "-source",
          "-target",
          "--release",
          "--patch-module",
          "--add-reads",
          "-encoding",
          "-parameters");

  private CompilationInputs() {}

  /** Those of Maven's last compilation, as it prints them when it runs with {@code -X}. */
  static SortedMap<String, String> ofMaven(MavenRun run) {
    int line = run.output().lastIndexOf("[DEBUG] Command line options:");
    return among(Splitter.on(' ').split(run.output().get(line + 1)));
  }

  /** Those of the compilation with the checks, as it was asked for. */
  static SortedMap<String, String> ofChecks(MavenProjectCopy project) throws IOException {
    return ofRequest(project.path("target/baton/default-compile/request.txt"));
  }

  static SortedMap<String, String> ofRequest(Path request) throws IOException {
    List<String> arguments = new ArrayList<>();
    List<String> processorPath = new ArrayList<>();
    for (String line : Files.readAllLines(request)) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      if (fields.get(0).equals("option")) {
        arguments.add(fields.get(1));
      } else if (fields.get(0).equals("processor-path")) {
        processorPath.add(fields.get(1));
      }
    }
    SortedMap<String, String> inputs = among(arguments);
    // The project's processors have a class loader of their own, beside that of the checks.
    inputs.remove("-processorpath");
    if (!processorPath.isEmpty()) {
      inputs.put("-processorpath", String.join(":", processorPath));
    }
    return inputs;
  }

  private static SortedMap<String, String> among(Iterable<String> arguments) {
    SortedMap<String, String> inputs = new TreeMap<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      if (OPTIONS.contains(option)) {
        inputs.put(option, option.equals("-parameters") ? "" : path(rest.next()));
      }
    }
    return inputs;
  }

  /** Without the processors' output, which is elsewhere with the checks, and empty elements. */
  private static String path(String elements) {
    return Splitter.on(':')
        .omitEmptyStrings()
        .splitToStream(elements)
        .filter(e -> !e.endsWith("generated-sources/annotations"))
        .filter(e -> !e.endsWith("generated-test-sources/test-annotations"))
        .collect(Collectors.joining(":"));
  }
}
