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

/**
 * What decides the result of a compilation: its sources, paths, processors and language level, by
 * javac's options.
 */
final class CompilationInputs {

  private static final String SOURCES = "sources";
  private static final String PROCESSORS = "-processor";
  private static final String PROCESSOR_PATH = "-processorpath";
  private static final String PROC = "-proc";

  private static final ImmutableSet<String> OPTIONS =
      ImmutableSet.of(
          "-classpath",
          "--module-path",
          "-sourcepath",
          PROCESSOR_PATH,
          PROCESSORS,
          "-source",
          "-target",
          "--release",
          "--patch-module",
          "--add-reads",
          "-encoding");

  /** These stand alone. */
  private static final ImmutableSet<String> FLAGS =
      ImmutableSet.of("-parameters", "--enable-preview");

  private CompilationInputs() {}

  /** Those of Maven's last compilation, as it prints them when it runs with {@code -X}. */
  static SortedMap<String, String> ofMaven(MavenRun run) {
    return among(arguments(run).get(arguments(run).size() - 1));
  }

  /** Those of one of Maven's compilations, and the sources that it noted down beside it. */
  static SortedMap<String, String> ofMaven(MavenRun run, Path module, String execution)
      throws IOException {
    Path target = module.resolve("target");
    String classes = target.resolve("classes").toString();
    List<List<String>> compilations =
        arguments(run).stream().filter(all -> all.contains(classes)).toList();
    if (compilations.size() != 1) {
      throw new AssertionError(compilations.size() + " compilations to " + classes);
    }
    SortedMap<String, String> inputs = among(compilations.get(0));
    Path noted =
        target
            .resolve("maven-status/maven-compiler-plugin/compile")
            .resolve(execution)
            .resolve("inputFiles.lst");
    inputs.put(SOURCES, sorted(Files.readAllLines(noted)));
    return inputs;
  }

  private static List<List<String>> arguments(MavenRun run) {
    List<List<String>> all = new ArrayList<>();
    List<String> output = run.output();
    for (int i = 0; i + 1 < output.size(); i++) {
      if (output.get(i).equals("[DEBUG] Command line options:")) {
        all.add(Splitter.on(' ').splitToList(output.get(i + 1)));
      }
    }
    return all;
  }

  /** Those of the compilation with the checks, as it was asked for. */
  static SortedMap<String, String> ofChecks(MavenProjectCopy project) throws IOException {
    SortedMap<String, String> inputs = ofChecks(project.path("."), "default-compile");
    inputs.remove(SOURCES);
    return inputs;
  }

  /** The same in one of the modules, with the sources. */
  static SortedMap<String, String> ofChecks(Path module, String execution) throws IOException {
    Path request = module.resolve("target/baton").resolve(execution).resolve("request.txt");
    SortedMap<String, String> inputs = ofRequest(request);
    inputs.put(SOURCES, sorted(fields(request, "source")));
    return inputs;
  }

  static SortedMap<String, String> ofRequest(Path request) throws IOException {
    SortedMap<String, String> inputs = among(fields(request, "option"));
    // The project's processors have a class loader of their own, beside that of the checks.
    inputs.remove(PROCESSOR_PATH);
    putAll(inputs, PROCESSOR_PATH, ":", fields(request, "processor-path"));
    putAll(inputs, PROCESSORS, ",", fields(request, "processor"));
    putAll(inputs, PROC, "", fields(request, "proc"));
    return inputs;
  }

  private static List<String> fields(Path request, String name) throws IOException {
    return Files.readAllLines(request).stream()
        .filter(line -> line.startsWith(name + "\t"))
        .map(line -> line.substring(name.length() + 1))
        .toList();
  }

  private static void putAll(
      SortedMap<String, String> inputs, String option, String separator, List<String> values) {
    String joined = String.join(separator, values);
    if (!joined.isEmpty()) {
      inputs.put(option, joined);
    }
  }

  private static SortedMap<String, String> among(List<String> arguments) {
    SortedMap<String, String> inputs = new TreeMap<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String option = rest.next();
      if (OPTIONS.contains(option)) {
        inputs.put(option, path(rest.next()));
      } else if (FLAGS.contains(option)) {
        inputs.put(option, "");
      } else if (option.startsWith(PROC + ":")) {
        inputs.put(PROC, option.substring(PROC.length() + 1));
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

  private static String sorted(List<String> files) {
    return files.stream().sorted().collect(Collectors.joining("\n"));
  }
}
