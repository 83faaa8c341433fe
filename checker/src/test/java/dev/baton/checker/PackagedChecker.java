package dev.baton.checker;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The jar that users get, as a plugin of the javac of this JVM. */
public final class PackagedChecker {

  private PackagedChecker() {}

  /**
   * What it finds in all sources of a jar, in the order of their places. What does not compile, or
   * a check that throws, is a failure.
   *
   * @param flags of Error Prone
   */
  public static ImmutableList<Finding> findingsIn(Path jar, String classPath, String... flags) {
    try (FileSystem sources = FileSystems.newFileSystem(jar)) {
      return findings(sourcesIn(sources), classPath, flags);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it finds in the files, as {@link #findingsIn}. */
  static ImmutableList<Finding> findings(List<Path> sources, String classPath, String... flags) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      boolean compiled =
          javac
              .getTask(
                  null,
                  files,
                  diagnostics,
                  options(classPath, flags),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertWithMessage("%s", errors(diagnostics)).that(compiled).isTrue();
      // A diagnostic reads its file when it is asked for the line.
      return diagnostics.getDiagnostics().stream()
          .filter(Finding::isFinding)
          .map(Finding::of)
          .sorted()
          .collect(toImmutableList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sources of a jar but for its module: the libraries that this requires are no modules. */
  public static ImmutableList<Path> sourcesIn(FileSystem jar) throws IOException {
    try (Stream<Path> tree = Files.walk(jar.getPath("/"))) {
      return tree.filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.endsWith("module-info.java"))
          .collect(toImmutableList());
    }
  }

  /** What does not compile. */
  public static ImmutableList<Diagnostic<? extends JavaFileObject>> errors(
      DiagnosticCollector<JavaFileObject> diagnostics) {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .collect(toImmutableList());
  }

  private static ImmutableList<String> options(String classPath, String... flags) {
    return ImmutableList.of(
        "-classpath",
        classPath,
        "-processorpath",
        ForkedJavac.jar() + File.pathSeparator + ForkedJavac.dependencies(),
        "-proc:none",
        "-encoding",
        "UTF-8",
        "-Xplugin:Baton -XepAllErrorsAsWarnings " + String.join(" ", flags),
        "-XDcompilePolicy=simple",
        "--should-stop=ifError=FLOW",
        // No class files are wanted.
        "--should-stop=ifNoError=FLOW",
        "-Xmaxerrs",
        "100000",
        "-Xmaxwarns",
        "100000");
  }
}
