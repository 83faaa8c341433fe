package dev.baton.checker.flow;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.ErrorProneAnalyzer;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.RefactoringCollection;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Context;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random programs, each run under every choice of branches: a debt is told to be lost exactly when
 * some run loses it.
 */
final class PathsAgainstRunsTest {

  private static final int PROGRAMS = 800;

  @TempDir Path classes;

  @Test
  void sayWhatTheRunsShow() throws Exception {
    ImmutableList<String> programs = programs(20_231_105L);
    String source = source(programs);
    Set<Integer> told = new TreeSet<>();
    compile(source).forEach(line -> told.add((int) (long) line));

    Set<Integer> seen = new TreeSet<>();
    Set<Integer> cutOff = new HashSet<>();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
      Class<?> type = loader.loadClass("Programs");
      for (int i = 0; i < programs.size(); i++) {
        Method program = type.getDeclaredMethod("p" + i);
        program.setAccessible(true);
        Runs runs = new Runs(program);
        seen.addAll(runs.losses());
        if (runs.wereCutOff()) {
          cutOff.add(i);
        }
      }
    }

    List<String> lines = source.lines().toList();
    int exact = 0;
    for (int i = 0; i < programs.size(); i++) {
      String program = programs.get(i);
      Set<Integer> births = birthsOf("p" + i + "()", lines);
      ImmutableList<String> lost = only(births, seen, lines);
      assertWithMessage(program).that(only(births, told, lines)).containsAtLeastElementsIn(lost);
      if (!cutOff.contains(i) && !hasImpossibleBranches(program)) {
        assertWithMessage(program).that(only(births, told, lines)).isEqualTo(lost);
        exact++;
      }
    }
    assertThat(exact).isGreaterThan(PROGRAMS / 5);
    assertThat(seen.size()).isGreaterThan(PROGRAMS / 4);
  }

  /** A branch on null or on a flag can be impossible for reasons that the walk does not follow. */
  private static boolean hasImpossibleBranches(String program) {
    return program.contains("== null")
        || program.contains("&& d")
        || program.contains("(b")
        || program.contains("(!b");
  }

  private static Set<Integer> birthsOf(String program, List<String> lines) {
    Set<Integer> births = new HashSet<>();
    int line = 0;
    while (!lines.get(line).contains(" " + program)) {
      line++;
    }
    for (line++; line < lines.size() && !lines.get(line).startsWith("  }"); line++) {
      if (lines.get(line).contains("open(")) {
        births.add(line + 1);
      }
    }
    return births;
  }

  private static ImmutableList<String> only(
      Set<Integer> births, Set<Integer> lost, List<String> lines) {
    return lost.stream()
        .filter(births::contains)
        .sorted()
        .map(line -> line + lines.get(line - 1))
        .collect(ImmutableList.toImmutableList());
  }

  // Making programs

  private static ImmutableList<String> programs(long seed) {
    Random random = new Random(seed);
    ImmutableList.Builder<String> programs = ImmutableList.builder();
    for (int i = 0; i < PROGRAMS; i++) {
      programs.add(new RandomProgram(random).text());
    }
    return programs.build();
  }

  /** The source of all; each birth stands in a line of its own and knows it. */
  private static String source(List<String> programs) {
    StringBuilder text = new StringBuilder();
    text.append("import dev.baton.checker.flow.Runs.*;\n");
    text.append("import static dev.baton.checker.flow.Runs.*;\n");
    text.append("final class Programs {\n");
    for (int i = 0; i < programs.size(); i++) {
      text.append("  static void p").append(i).append("() throws Exception {\n");
      text.append(programs.get(i)).append("  }\n");
    }
    String[] lines = text.append("}\n").toString().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i].replace("open(0", "open(" + (i + 1));
    }
    return String.join("\n", lines);
  }

  // Asking

  private ImmutableSet<Long> compile(String source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                null,
                diagnostics,
                List.of(
                    "-d",
                    classes.toString(),
                    "-proc:none",
                    "-Xmaxwarns",
                    "100000",
                    "-XDcompilePolicy=simple",
                    "--should-stop=ifError=FLOW"),
                null,
                List.of(new Source(source)));
    Context context = ((BasicJavacTask) task).getContext();
    BaseErrorProneJavaCompiler.setupMessageBundle(context);
    ErrorProneOptions options =
        ErrorProneOptions.processArgs(ImmutableList.of("-Xep:Debtors:WARN"));
    task.addTaskListener(
        ErrorProneAnalyzer.createAnalyzer(
            ScannerSupplier.fromBugCheckerClasses(Debtors.class).applyOverrides(options),
            options,
            context,
            new RefactoringCollection[1]));
    boolean compiled = task.call();
    assertThat(
            diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getLineNumber() + diagnostic.getMessage(Locale.ROOT))
                .toList())
        .isEmpty();
    assertThat(compiled).isTrue();
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).contains("[Debtors]"))
        .map(Diagnostic::getLineNumber)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Programs.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
