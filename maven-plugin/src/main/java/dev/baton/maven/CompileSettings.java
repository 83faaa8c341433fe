package dev.baton.maven;

import dev.baton.maven.driver.ProcessorChoice;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.jspecify.annotations.Nullable;

/**
 * What one execution of maven-compiler-plugin is told to compile, and how.
 *
 * <p>Parameters that a version of that plugin does not know are not there, so it is as if they were
 * not set: that is also what that version makes of them.
 *
 * @param generatedSources where processors write sources, which are no input; null when not set
 * @param mayUseModulePath whether dependencies may go to the module path
 * @param options javac's options, without paths and processors
 */
record CompileSettings(
    boolean skip,
    List<String> sourceRoots,
    List<String> includes,
    List<String> excludes,
    @Nullable String generatedSources,
    boolean mayUseModulePath,
    List<String> options,
    CompilerArguments arguments,
    boolean fork,
    String proc,
    List<String> processors) {

  private static final String ENCODING = "-encoding";
  private static final int FIRST_WITH_MODULES = 9;

  /** Those of the goal {@code compile}. */
  static CompileSettings of(ExecutionConfiguration parameters)
      throws ExpressionEvaluationException {
    return of(
        parameters,
        parameters.flag("skipMain"),
        "includes",
        "excludes",
        "generatedSourcesDirectory",
        Level.of(parameters),
        arguments(parameters, "compilerArguments", "compilerArgument"));
  }

  /** Those of the goal {@code testCompile}, which has some parameters of its own. */
  static CompileSettings ofTests(ExecutionConfiguration parameters)
      throws ExpressionEvaluationException {
    return of(
        parameters,
        parameters.flag("skip"),
        "testIncludes",
        "testExcludes",
        "generatedTestSourcesDirectory",
        Level.ofTests(parameters),
        arguments(
            parameters,
            parameters.elements("testCompilerArguments").isEmpty()
                ? "compilerArguments"
                : "testCompilerArguments",
            parameters.text("testCompilerArgument") == null
                ? "compilerArgument"
                : "testCompilerArgument"));
  }

  private static CompileSettings of(
      ExecutionConfiguration parameters,
      boolean skip,
      String includes,
      String excludes,
      String generatedSources,
      Level level,
      List<String> allArguments)
      throws ExpressionEvaluationException {
    CompilerArguments arguments = CompilerArguments.of(allArguments);
    String proc = parameters.text("proc");
    List<String> processors = parameters.list("annotationProcessors");
    return new CompileSettings(
        skip,
        parameters.list("compileSourceRoots"),
        parameters.list(includes),
        parameters.list(excludes),
        parameters.text(generatedSources),
        !"false".equals(parameters.text("useModulePath")) && level.number() >= FIRST_WITH_MODULES,
        options(parameters, level),
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

  /** Sources that processors wrote last time would be there twice, when they write them again. */
  List<String> sourcePath() {
    List<String> roots = new ArrayList<>(sourceRoots);
    if (!proc.equals("none")) {
      roots.remove(generatedSources);
    }
    return roots;
  }

  /** How the sources are encoded: the default is that of the JVM that compiles. */
  Charset charset() {
    // As to javac, the last one counts.
    List<String> all = new ArrayList<>(options);
    all.addAll(arguments.options());
    int encoding = all.lastIndexOf(ENCODING);
    return encoding < 0 || encoding + 1 == all.size()
        ? Charset.defaultCharset()
        : Charset.forName(all.get(encoding + 1));
  }

  /** The same for sources that lie elsewhere, and are encoded in {@link #charset}. */
  CompileSettings withSourceRoots(List<String> roots) {
    List<String> allOptions = new ArrayList<>(options);
    if (!options.contains(ENCODING) && !arguments.options().contains(ENCODING)) {
      allOptions.addAll(List.of(ENCODING, charset().name()));
    }
    return new CompileSettings(
        skip,
        roots,
        includes,
        excludes,
        generatedSources,
        mayUseModulePath,
        allOptions,
        arguments,
        fork,
        proc,
        processors);
  }

  ProcessorChoice processorChoice(List<String> processorPath, List<String> classPath) {
    return new ProcessorChoice(proc, processors, processorPath, classPath);
  }

  private static List<String> options(ExecutionConfiguration parameters, Level level)
      throws ExpressionEvaluationException {
    List<String> options = new ArrayList<>();
    if (level.release() != null) {
      options.addAll(List.of("--release", level.release()));
    } else {
      addPair(options, "-source", level.source());
      addPair(options, "-target", level.target());
    }
    addPair(options, ENCODING, parameters.text("encoding"));
    if (parameters.flag("parameters")) {
      options.add("-parameters");
    }
    if (parameters.flag("enablePreview")) {
      options.add("--enable-preview");
    }
    return options;
  }

  /** The three ways to write an argument for javac, in that plugin's order. */
  private static List<String> arguments(
      ExecutionConfiguration parameters, String named, String single)
      throws ExpressionEvaluationException {
    List<String> arguments = new ArrayList<>();
    for (Map.Entry<String, @Nullable String> entry : parameters.map(named).entrySet()) {
      String name = entry.getKey();
      arguments.add(name.startsWith("-") ? name : "-" + name);
      if (entry.getValue() != null) {
        arguments.add(entry.getValue());
      }
    }
    String argument = parameters.text(single);
    if (argument != null) {
      arguments.add(argument);
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

  /** Which Java a compilation reads and writes. */
  private record Level(@Nullable String release, @Nullable String source, @Nullable String target) {

    static Level of(ExecutionConfiguration parameters) throws ExpressionEvaluationException {
      return new Level(
          parameters.text("release"), parameters.text("source"), parameters.text("target"));
    }

    /** Tests have the level of the main sources where they have none of their own. */
    static Level ofTests(ExecutionConfiguration parameters) throws ExpressionEvaluationException {
      Level main = of(parameters);
      return new Level(
          either(parameters.text("testRelease"), main.release()),
          either(parameters.text("testSource"), main.source()),
          either(parameters.text("testTarget"), main.target()));
    }

    private static @Nullable String either(@Nullable String one, @Nullable String other) {
      return one != null ? one : other;
    }

    /** As a number: 8 for 1.8. Any that is not given is taken to be new. */
    int number() {
      String written = release != null ? release : target;
      String digits = written == null ? "" : written.strip().replaceFirst("^1\\.", "");
      return digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : Integer.MAX_VALUE;
    }
  }
}
