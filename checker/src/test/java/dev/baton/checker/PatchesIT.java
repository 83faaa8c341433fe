package dev.baton.checker;

import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.api.JavacTool;
import dev.baton.checker.patch.FixRecorder;
import dev.baton.checker.patch.Recording;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixes that the plugin writes down are those that Error Prone makes by itself. */
final class PatchesIT {

  private static final String CLASS_PATH =
      System.getProperty("baton.checker.jar")
          + File.pathSeparator
          + System.getProperty("java.class.path");

  private static final String CHECKS =
      AnalyzerSetup.CHECKS.stream().map(Class::getSimpleName).collect(joining(","));

  @TempDir private Path folder = Path.of("");

  @Test
  void errorProneMakesTheSame() throws IOException {
    Path written = copyOfFixtures("written");
    Path madeInPlace = copyOfFixtures("in-place");

    compile(written, "-Xplugin:Baton -XepPatchLocation:" + folder.toUri());
    compile(
        madeInPlace, "-Xplugin:ErrorProne -XepPatchLocation:IN_PLACE -XepPatchChecks:" + CHECKS);

    ImmutableListMultimap<Path, String> lines =
        Files.readAllLines(folder.resolve(FixRecorder.FILE)).stream()
            .filter(Recording::isFix)
            .collect(toImmutableListMultimap(PatchesIT::file, line -> line));
    int compared = 0;
    for (Path file : Fixtures.filesBelow(written)) {
      ImmutableList<String> fixes = lines.get(file);
      // Error Prone takes fixes apart that meet in the text, and sorts all imports to add one.
      if (Recording.areApart(fixes) && !isRenameBesideOthers(fixes)) {
        assertWithMessage(file.toString())
            .that(Files.readString(madeInPlace.resolve(written.relativize(file))))
            .isEqualTo(Recording.applied(fixes, Files.readString(file)));
        compared += fixes.size();
      }
    }
    assertThat(compared).isAtLeast(10);
  }

  /** To Error Prone a new name of a parameter meets all other fixes of the method. */
  private static boolean isRenameBesideOthers(ImmutableList<String> lines) {
    ImmutableSet<String> checks =
        lines.stream().map(line -> field(line, 1)).collect(toImmutableSet());
    return checks.size() > 1 && checks.contains("ContextParameterName");
  }

  private static Path file(String line) {
    return Path.of(field(line, 0));
  }

  private static String field(String line, int number) {
    return Splitter.on('\t').splitToList(line).get(number);
  }

  private Path copyOfFixtures(String name) throws IOException {
    Path copies = folder.resolve(name);
    for (Path file : Fixtures.filesBelow(Fixtures.folder())) {
      Path copy = copies.resolve(Fixtures.folder().relativize(file));
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
    }
    return copies;
  }

  private void compile(Path sources, String plugin) throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        JavacTool.create()
            .getStandardFileManager(diagnostics, /* locale= */ null, /* charset= */ null)) {
      boolean compiled =
          JavacTool.create()
              .getTask(
                  /* out= */ Writer.nullWriter(),
                  files,
                  diagnostics,
                  ImmutableList.of(
                      "-proc:none",
                      "-processorpath",
                      CLASS_PATH,
                      "-classpath",
                      CLASS_PATH,
                      "-d",
                      folder.toString(),
                      "-XDcompilePolicy=simple",
                      "--should-stop=ifError=FLOW",
                      plugin + " -XepAllErrorsAsWarnings " + Fixtures.MODELS),
                  /* classes= */ null,
                  files.getJavaFileObjectsFromPaths(Fixtures.filesBelow(sources)))
              .call();
      assertWithMessage(
              diagnostics.getDiagnostics().stream().map(Object::toString).collect(joining("\n")))
          .that(compiled)
          .isTrue();
    }
  }
}
