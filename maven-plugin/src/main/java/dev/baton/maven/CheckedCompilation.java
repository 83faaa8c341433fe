package dev.baton.maven;

import dev.baton.maven.driver.CompileRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A project's compilation with the checks added: the same sources, paths, options and processors,
 * but a place of its own to write to.
 */
final class CheckedCompilation {

  /** More than javac ever counts to: its default of 100 would cut the findings. */
  private static final String NO_LIMIT = "1000000";

  private final CompileSettings settings;
  private final ClassPaths paths;
  private final List<String> processorPath;
  private final List<String> checkerPath;
  private final String checkerArguments;

  CheckedCompilation(
      CompileSettings settings,
      ClassPaths paths,
      List<String> processorPath,
      List<String> checkerPath,
      String checkerArguments) {
    this.settings = settings;
    this.paths = paths;
    this.processorPath = processorPath;
    this.checkerPath = checkerPath;
    this.checkerArguments = checkerArguments;
  }

  /** Stops when everything is analysed: findings come before classes are written. */
  CompileRequest analysis(List<String> sourceFiles, Path work) throws IOException {
    return request(sourceFiles, work, work.resolve("classes"), "FLOW");
  }

  /** Goes on to the end, and writes classes. */
  CompileRequest compilation(List<String> sourceFiles, Path work, Path classes) throws IOException {
    return request(sourceFiles, work, classes, "GENERATE");
  }

  private CompileRequest request(List<String> sourceFiles, Path work, Path classes, String lastStep)
      throws IOException {
    List<String> options = new ArrayList<>(settings.options());
    addPath(options, "-classpath", paths.classPath());
    if (!paths.modulePath().isEmpty()) {
      addPath(options, "--module-path", paths.modulePath());
    }
    paths.patch().ifPresent(patch -> options.addAll(patch.options()));
    addPath(options, "-sourcepath", settings.sourcePath());
    options.addAll(settings.arguments().options());
    addOutput(options, "-d", classes);
    addOutput(options, "-s", work.resolve("generated-sources"));
    options.add("--should-stop=ifNoError=" + lastStep);
    addChecks(options);
    return new CompileRequest(
        options, sourceFiles, settings.processorChoice(processorPath, paths.classPath()));
  }

  private void addChecks(List<String> options) {
    options.add("-XDcompilePolicy=simple");
    options.add("--should-stop=ifError=FLOW");
    options.addAll(List.of("-Xmaxerrs", NO_LIMIT, "-Xmaxwarns", NO_LIMIT));
    List<String> plugins = new ArrayList<>(checkerPath);
    if (settings.arguments().hasPlugins()) {
      plugins.addAll(processorPath.isEmpty() ? paths.classPath() : processorPath);
    }
    addPath(options, "-processorpath", plugins);
    options.add(("-Xplugin:Baton " + checkerArguments.strip()).strip());
  }

  private static void addPath(List<String> options, String name, List<String> elements) {
    options.add(name);
    options.add(String.join(File.pathSeparator, elements));
  }

  private static void addOutput(List<String> options, String name, Path directory)
      throws IOException {
    options.add(name);
    options.add(Files.createDirectories(directory).toString());
  }
}
