package dev.baton.maven;

import dev.baton.maven.driver.ProcessorChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of maven-compiler-plugin's {@code compile} goal is told to compile, and how.
 *
 * <p>Parameters that a version of that plugin does not know are not there, so it is as if they were
 * not set: that is also what that version makes of them.
 *
 * @param generatedSources where processors write sources, which are no input; null when not set
 * @param options javac's options, without paths and processors
 */
record CompileSettings(
    boolean skip,
    List<String> sourceRoots,
    List<String> includes,
    List<String> excludes,
    @Nullable String generatedSources,
    List<String> options,
    CompilerArguments arguments,
    boolean fork,
    String proc,
    List<String> processors) {

  static CompileSettings of(ExecutionConfiguration parameters)
      throws ExpressionEvaluationException {
    CompilerArguments arguments = CompilerArguments.of(arguments(parameters));
    String proc = parameters.text("proc");
    List<String> processors = parameters.list("annotationProcessors");
    return new CompileSettings(
        parameters.flag("skipMain"),
        parameters.list("compileSourceRoots"),
        parameters.list("includes"),
        parameters.list("excludes"),
        parameters.text("generatedSourcesDirectory"),
        options(parameters),
        arguments,
        parameters.flag("fork"),
        proc != null ? proc : arguments.proc(),
        processors.isEmpty() ? arguments.processors() : processors);
  }

  /** Whether it only runs processors, and leaves the compilation to another execution. */
  boolean onlyProcesses() {
    return proc.equals("only");
  }

  /** The Java files to compile. Those that processors wrote last time are written anew. */
  List<String> sourceFiles() {
    List<String> roots = new ArrayList<>(sourceRoots);
    roots.remove(generatedSources);
    return SourceFiles.find(roots, includes, excludes);
  }

  ProcessorChoice processorChoice(List<String> processorPath, List<String> classPath) {
    return new ProcessorChoice(proc, processors, processorPath, classPath);
  }

  private static List<String> options(ExecutionConfiguration parameters)
      throws ExpressionEvaluationException {
    List<String> options = new ArrayList<>();
    String release = parameters.text("release");
    if (release != null) {
      options.addAll(List.of("--release", release));
    } else {
      addPair(options, "-source", parameters.text("source"));
      addPair(options, "-target", parameters.text("target"));
    }
    addPair(options, "-encoding", parameters.text("encoding"));
    if (parameters.flag("parameters")) {
      options.add("-parameters");
    }
    if (parameters.flag("enablePreview")) {
      options.add("--enable-preview");
    }
    return options;
  }

  /** The three ways to write an argument for javac, in that plugin's order. */
  private static List<String> arguments(ExecutionConfiguration parameters)
      throws ExpressionEvaluationException {
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, @Nullable String> entry :
        parameters.map("compilerArguments").entrySet()) {
      String name = entry.getKey();
      arguments.add(name.startsWith("-") ? name : "-" + name);
      if (entry.getValue() != null) {
        arguments.add(entry.getValue());
      }
    }
    String single = parameters.text("compilerArgument");
    if (single != null) {
      arguments.add(single);
    }
    arguments.addAll(parameters.list("compilerArgs"));
    return arguments;
  }

  private static void addPair(List<String> options, String name, @Nullable String value) {
    if (value != null) {
      options.add(name);
      options.add(value);
    }
  }
}
