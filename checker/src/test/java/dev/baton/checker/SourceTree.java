package dev.baton.checker;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A folder of Java files, which the checks read and which their fixes change in place. */
final class SourceTree {

  private final Path sources;
  private final Path classes;

  /** Below the folder, which is there and stays the caller's. */
  SourceTree(Path folder) {
    try {
      this.sources = Files.createDirectories(folder.resolve("src"));
      this.classes = Files.createDirectories(folder.resolve("classes"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text) {
    Path file = sources.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of each file by its name. */
  ImmutableSortedMap<String, String> texts() {
    ImmutableSortedMap.Builder<String, String> texts = ImmutableSortedMap.naturalOrder();
    for (Path file : Fixtures.filesBelow(sources)) {
      texts.put(nameOf(file), read(file));
    }
    return texts.buildOrThrow();
  }

  /** What all checks find, in the order of places; the rest of the tree must compile. */
  ImmutableList<Finding> findings(String... flags) {
    DiagnosticCollector<JavaFileObject> diagnostics = compile("-Xplugin:Baton", flags);
    ImmutableList.Builder<Finding> findings = ImmutableList.builder();
    for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
      if (Finding.isFinding(diagnostic)) {
        Finding found = Finding.of(diagnostic);
        findings.add(
            new Finding(
                nameOf(Path.of(found.file())),
                found.line(),
                found.severity(),
                found.check(),
                found.message()));
      } else {
        assertNoError(diagnostic);
      }
    }
    return ImmutableList.sortedCopyOf(findings.build());
  }

  /** Applies once what these checks offer, as a user does it. */
  void patch(Iterable<String> checks, String... flags) {
    List<String> all = new ArrayList<>(List.of(flags));
    all.add("-XepPatchChecks:" + String.join(",", checks));
    all.add("-XepPatchLocation:IN_PLACE");
    compile("-Xplugin:ErrorProne", all.toArray(new String[0]))
        .getDiagnostics()
        .forEach(SourceTree::assertNoError);
  }

  private static void assertNoError(Diagnostic<? extends JavaFileObject> diagnostic) {
    assertWithMessage(diagnostic.toString())
        .that(diagnostic.getKind())
        .isNotEqualTo(Diagnostic.Kind.ERROR);
  }

  private DiagnosticCollector<JavaFileObject> compile(String plugin, String... flags) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StringWriter printed = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      compiler
          .getTask(
              printed,
              new OwnPlugins(files),
              diagnostics,
              List.of(
                  "-d",
                  classes.toString(),
                  "-processorpath",
                  classes.toString(),
                  "-proc:none",
                  "-Xmaxerrs",
                  "100000",
                  "-Xmaxwarns",
                  "100000",
                  "-XDcompilePolicy=simple",
                  "--should-stop=ifError=FLOW",
                  plugin + ' ' + String.join(" ", flags)),
              null,
              files.getJavaFileObjectsFromPaths(Fixtures.filesBelow(sources)))
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Where Error Prone says that it could not apply a patch.
    assertThat(printed.toString().replaceAll("(?m)^Refactoring changes were success.*\\R", ""))
        .isEmpty();
    return diagnostics;
  }

  private String nameOf(Path file) {
    return sources.relativize(file).toString().replace('\\', '/');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plugins and checks are those of this test, whose classes are loaded once for all runs. */
  private static final class OwnPlugins extends ForwardingJavaFileManager<JavaFileManager> {

    OwnPlugins(JavaFileManager files) {
      super(files);
    }

    @Override
    public ClassLoader getClassLoader(Location location) {
      return SourceTree.class.getClassLoader();
    }
  }
}
