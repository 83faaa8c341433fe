package dev.baton.checker.corpora;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Types;
import dev.baton.checker.CheckedSources;
import dev.baton.checker.Finding;
import dev.baton.checker.PackagedChecker;
import dev.baton.checker.corpora.SeededFaults.Fault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many of the faults that are seeded in libraries of others are found. Library code hardly ever
 * forgets to cancel, so what the checks find there proves that they are silent, and no more. Run by
 * the profile {@code corpora} alone.
 */
final class CorporaRecall {

  private static final JavaCompiler JAVAC = ToolProvider.getSystemJavaCompiler();

  /** Each fault, and whether it was found. */
  private static final Path SEEDED = Path.of("target", "corpora-faults.txt");

  private static final double FOUND = 0.98;

  private static final Pattern BEGINS =
      Pattern.compile("\\.\\s*(makeCurrent|attach|withCancellation|withDeadline)\\w*\\(");

  private static final ImmutableSet<String> CHECKS =
      ImmutableSet.of("LostCancel", "AttachWithoutDetach");

  @TempDir private static Path folder;

  /**
   * A fault that compiles.
   *
   * @param fault in words: the artifact, its place, what was done
   */
  private record Seeded(String fault, String way, boolean isFound) {}

  @Test
  void findsWhatIsSeeded() throws IOException {
    List<Seeded> seeded = new ArrayList<>();
    for (Library library : Library.all()) {
      if (library.carriesImplicitContexts()) {
        seeded.addAll(seededIn(library));
      }
    }

    Files.write(
        SEEDED,
        seeded.stream().map(fault -> fault.fault + "\t" + (fault.isFound ? "found" : "")).toList());
    print(seeded);
    assertThat(seeded.stream().filter(fault -> !fault.isFound).map(Seeded::fault).toList())
        .containsExactlyElementsIn(explainedMisses());
    long found = seeded.stream().filter(Seeded::isFound).count();
    assertThat((double) found).isAtLeast(FOUND * seeded.size());
  }

  private static void print(List<Seeded> seeded) {
    Map<String, int[]> counts = new TreeMap<>();
    for (Seeded fault : seeded) {
      int[] count = counts.computeIfAbsent(fault.way, way -> new int[2]);
      count[0] += fault.isFound ? 1 : 0;
      count[1]++;
    }
    counts.forEach(
        (way, count) -> System.out.printf("%s: %d of %d found%n", way, count[0], count[1]));
  }

  /** Of {@code misses.txt}: the fault, and why the contract is silent there. */
  private static ImmutableList<String> explainedMisses() {
    ImmutableSet<String> libraries =
        Library.all().stream().map(Library::artifact).collect(toImmutableSet());
    ImmutableList.Builder<String> misses = ImmutableList.builder();
    for (String line : Library.lines("misses.txt")) {
      List<String> cells = Splitter.on('\t').splitToList(line);
      assertWithMessage(line).that(cells).hasSize(4);
      assertWithMessage("the explanation of %s", line).that(cells.get(3)).isNotEmpty();
      if (libraries.contains(cells.get(0))) {
        misses.add(String.join("\t", cells.subList(0, 3)));
      }
    }
    return misses.build();
  }

  private static ImmutableList<Seeded> seededIn(Library library) throws IOException {
    Path classes = Files.createDirectory(folder.resolve(library.artifact()));
    Map<String, String> texts = new TreeMap<>();
    Map<String, ImmutableList<Fault>> faults = new TreeMap<>();
    seed(library, classes, texts, faults);

    ImmutableList.Builder<Seeded> seeded = ImmutableList.builder();
    try (StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null)) {
      Checked checked = new Checked(library, classes, files);
      faults.forEach(
          (file, broken) -> {
            Outcome intact = checked.outcome(file, texts.get(file));
            assertWithMessage("%s: %s", file, intact.errors).that(intact.errors).isEmpty();
            for (Fault fault : broken) {
              if (intact.lines.contains((long) fault.line())) {
                continue; // it is no correct place
              }
              Outcome outcome = checked.outcome(file, fault.text());
              if (outcome.errors.isEmpty()) {
                String place = library.artifact() + "\t" + file + ":" + fault.line();
                boolean isFound = outcome.lines.contains((long) fault.line());
                seeded.add(new Seeded(place + "\t" + fault.way(), fault.way(), isFound));
              }
            }
          });
    }
    return seeded.build();
  }

  /** Compiles the library to class files, and breaks each of its files that begins something. */
  private static void seed(
      Library library,
      Path classes,
      Map<String, String> texts,
      Map<String, ImmutableList<Fault>> faults)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (FileSystem jar = FileSystems.newFileSystem(library.sources());
        StandardJavaFileManager files = JAVAC.getStandardFileManager(null, null, null)) {
      ImmutableList<Path> paths = PackagedChecker.sourcesIn(jar);
      if (paths.stream().noneMatch(CorporaRecall::beginsSomething)) {
        return;
      }
      JavacTask task =
          (JavacTask)
              JAVAC.getTask(
                  null,
                  files,
                  diagnostics,
                  options(library.classPath(), "-d", classes.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(paths));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      Types types = Types.instance(((BasicJavacTask) task).getContext());
      for (CompilationUnitTree unit : units) {
        String text = unit.getSourceFile().getCharContent(true).toString();
        if (BEGINS.matcher(text).find()) {
          String name = unit.getSourceFile().getName().substring(1);
          texts.put(name, text);
          faults.put(name, SeededFaults.in(unit, text, types));
        }
      }
      task.generate();
    }
    assertWithMessage(library.artifact()).that(PackagedChecker.errors(diagnostics)).isEmpty();
  }

  private static boolean beginsSomething(Path file) {
    try {
      // What is not in the encoding says nothing here.
      return BEGINS.matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImmutableList<String> options(String classPath, String... more) {
    return ImmutableList.<String>builder()
        .add("-classpath", classPath, "-proc:none", "-encoding", "UTF-8")
        .add("-Xmaxerrs", "100000", "-Xmaxwarns", "100000")
        .add(more)
        .build();
  }

  /**
   * What comes of one file.
   *
   * @param lines of what was found
   */
  private record Outcome(
      ImmutableList<Diagnostic<? extends JavaFileObject>> errors, ImmutableSet<Long> lines) {}

  /** Compiles one file of a library at a time with the checks, against the classes of all. */
  private static final class Checked {
    private final ImmutableList<String> options;
    private final JavaFileManager files;

    Checked(Library library, Path classes, StandardJavaFileManager files) {
      this.options =
          options(
              classes + File.pathSeparator + library.classPath(),
              "-processorpath",
              classes.toString(),
              "-implicit:none",
              "-Xplugin:Baton -XepAllErrorsAsWarnings " + library.flags(),
              "-XDcompilePolicy=simple",
              "--should-stop=ifError=FLOW",
              "--should-stop=ifNoError=FLOW");
      this.files = new OwnPlugins(files);
    }

    Outcome outcome(String file, String text) {
      DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
      JAVAC
          .getTask(
              null, files, diagnostics, options, null, List.of(CheckedSources.source(file, text)))
          .call();
      return new Outcome(
          PackagedChecker.errors(diagnostics),
          diagnostics.getDiagnostics().stream()
              .filter(Finding::isFinding)
              .map(Finding::of)
              .filter(finding -> CHECKS.contains(finding.check()))
              .map(Finding::line)
              .collect(toImmutableSet()));
    }
  }

  /** The plugin is that of this test, whose classes are loaded once for all files. */
  private static final class OwnPlugins extends ForwardingJavaFileManager<JavaFileManager> {

    OwnPlugins(JavaFileManager files) {
      super(files);
    }

    @Override
    public ClassLoader getClassLoader(Location location) {
      return location == StandardLocation.ANNOTATION_PROCESSOR_PATH
          ? CorporaRecall.class.getClassLoader()
          : super.getClassLoader(location);
    }
  }
}
