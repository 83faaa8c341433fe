package dev.baton.maven;

import dev.baton.maven.driver.CompileRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * All that the result of a compilation with the checks depends on, as one short text.
 *
 * <p>Two compilations with the same key have the same findings, so what is missing here would hide
 * findings. Where it cannot be told what a compilation depends on, there is no key.
 */
final class CompilationKey {

  private static final String SEPARATORS = "=:,;@ \t\r\n";

  /** More parts of an argument than this are not looked up on disk. */
  private static final int MOST_PARTS = 300;

  private static final String PROCESSORS =
      "META-INF/services/javax.annotation.processing.Processor";

  /** They change what a JVM does, and the encodings that it starts with. */
  private static final List<String> ENVIRONMENT =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "LC_ALL", "LC_CTYPE", "LANG");

  private final Compilation compilation;
  private final CompileRequest request;
  private final List<String> checkerPath;
  private final Path work;
  private final Path base;
  private final Path build;
  private final Fingerprint fingerprint = new Fingerprint();

  private CompilationKey(
      Compilation compilation, CompileRequest request, List<String> checkerPath, Path work) {
    this.compilation = compilation;
    this.request = request;
    this.checkerPath = checkerPath;
    this.work = work.toAbsolutePath().normalize();
    this.base = compilation.project().getBasedir().toPath().toAbsolutePath().normalize();
    this.build =
        Path.of(compilation.project().getBuild().getDirectory()).toAbsolutePath().normalize();
  }

  /**
   * The key of a compilation as its inputs are now.
   *
   * @param work where the compilation writes, which is no input
   */
  static Optional<String> of(
      Compilation compilation, CompileRequest request, List<String> checkerPath, Path work) {
    try {
      return new CompilationKey(compilation, request, checkerPath, work).compute();
    } catch (IOException e) {
      // What cannot be read now may be read by the compilation.
      return Optional.empty();
    }
  }

  private Optional<String> compute() throws IOException {
    addAll("options", request.options());
    addAll("sources", request.sources());
    addAll("processors", request.processing().names());
    fingerprint.add(request.processing().proc());
    addFiles("source files", request.sources());
    addFiles("source path", compilation.settings().sourcePath());
    addFiles("class path", compilation.paths().classPath());
    addFiles("module path", compilation.paths().modulePath());
    addFiles("patch", compilation.paths().patch().map(p -> p.roots()).orElse(List.of()));
    addFiles("processor path", compilation.processorPath());
    addFiles("checker", checkerPath);
    addFiles("driver", List.of(Javac.ownJar().toString()));
    addJdk();
    if (runsForeignCode()) {
      addModule();
    }
    return addNamedFiles() ? Optional.of(fingerprint.text()) : Optional.empty();
  }

  private void addJdk() throws IOException {
    Path home = compilation.javac().executable().toRealPath().getParent().getParent();
    fingerprint.add(home.toString());
    fingerprint.add(home.resolve("release"), directory -> false);
    for (String library : List.of("lib/modules", "lib/ct.sym")) {
      addSizeAndTime(home.resolve(library));
    }
    addAll("arguments of the JVM", compilation.javac().jvmArguments());
    for (String variable : ENVIRONMENT) {
      fingerprint.add(String.valueOf(System.getenv(variable)));
    }
    fingerprint.add(Path.of("").toAbsolutePath().toString());
  }

  /** Of files that are large, and are written once, with their JDK. */
  private void addSizeAndTime(Path file) throws IOException {
    if (Files.exists(file)) {
      FileTime time = Files.getLastModifiedTime(file);
      fingerprint.add(Files.size(file) + " " + time.toMillis());
    }
  }

  /** Whether code of others takes part, such as annotation processors, which may read any file. */
  private boolean runsForeignCode() throws IOException {
    if (compilation.settings().arguments().hasPlugins()) {
      return true;
    }
    if (request.processing().proc().equals("none")) {
      return false;
    }
    List<String> path =
        compilation.processorPath().isEmpty()
            ? compilation.paths().classPath()
            : compilation.processorPath();
    for (String element : path) {
      if (hasProcessors(Path.of(element))) {
        return true;
      }
    }
    return !request.processing().names().isEmpty();
  }

  private static boolean hasProcessors(Path element) throws IOException {
    if (Files.isDirectory(element)) {
      return Files.exists(element.resolve(PROCESSORS));
    }
    if (!Files.exists(element)) {
      return false;
    }
    try (JarFile jar = new JarFile(element.toFile())) {
      return jar.getEntry(PROCESSORS) != null;
    }
  }

  /** What processors read beside their sources: files of the module, and Lombok's configuration. */
  private void addModule() throws IOException {
    addTree(base);
    for (@Nullable Path above = base; above != null; above = above.getParent()) {
      fingerprint.add(above.resolve("lombok.config"), directory -> false);
    }
  }

  /** The files and directories that arguments name; false when they name too much. */
  private boolean addNamedFiles() throws IOException {
    List<String> arguments = new ArrayList<>(compilation.settings().options());
    arguments.addAll(compilation.settings().arguments().options());
    arguments.addAll(compilation.javac().jvmArguments());
    TreeSet<Path> named = new TreeSet<>();
    for (String argument : arguments) {
      List<Integer> starts = starts(argument);
      if (starts.size() > MOST_PARTS) {
        return false;
      }
      for (int start : starts) {
        for (int end : starts) {
          if (start < end) {
            existing(argument.substring(start, end - 1)).ifPresent(named::add);
          }
        }
      }
    }
    for (Path path : named) {
      if (base.startsWith(path) && !base.equals(path)) {
        return false;
      }
      addTree(path);
    }
    return true;
  }

  /** Where the parts of an argument start; the last one is behind its end. */
  private static List<Integer> starts(String argument) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < argument.length(); i++) {
      if (SEPARATORS.indexOf(argument.charAt(i)) >= 0) {
        starts.add(i + 1);
      }
    }
    starts.add(argument.length() + 1);
    return starts;
  }

  private Optional<Path> existing(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(text).toAbsolutePath().normalize();
      return Files.exists(path) && !path.startsWith(work) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private void addFiles(String what, List<String> paths) throws IOException {
    addAll(what, paths);
    for (String path : paths) {
      addTree(Path.of(path));
    }
  }

  private void addAll(String what, List<String> texts) {
    fingerprint.add(what + " " + texts.size());
    texts.forEach(fingerprint::add);
  }

  /** What the build writes is no input, unless it is named as such, as the classes are. */
  private void addTree(Path path) throws IOException {
    Path root = path.toAbsolutePath().normalize();
    fingerprint.add(
        root,
        directory ->
            directory.equals(work)
                || directory.endsWith(".git")
                || (directory.equals(build) && !root.startsWith(build)));
  }
}
