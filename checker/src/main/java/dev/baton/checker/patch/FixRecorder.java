package dev.baton.checker.patch;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.CodeTransformer;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.SubContext;
import com.google.errorprone.apply.DescriptionBasedDiff;
import com.google.errorprone.apply.ImportOrganizer;
import com.google.errorprone.apply.SourceFile;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.fixes.SuggestedFix;
import com.google.errorprone.matchers.Description;
import com.google.errorprone.scanner.ErrorProneScannerTransformer;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.tools.javac.api.JavacTrees;
import com.sun.tools.javac.tree.JCTree.JCCompilationUnit;
import com.sun.tools.javac.util.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * Writes down the fix of each finding, for {@code baton-maven-plugin} to apply.
 *
 * <p>Error Prone's own way to apply fixes takes a file's fixes apart where two of them touch the
 * same text, and applies the pieces that do not; here each is one edit, whole or not at all.
 *
 * <p>The file {@value #FILE} has a line for each finding, in their order: source file, check, first
 * line of the message, then, where it has a fix, start, end and new text of the edit, and the same
 * three of each import. Separated by tabs; a tab, line feed, carriage return or backslash within a
 * field is escaped as in Java.
 */
public final class FixRecorder implements TaskListener {

  /** The file in the directory that {@code -XepPatchLocation:} names. */
  public static final String FILE = "baton-fixes.txt";

  private final TaskListener analyzer;
  private final CodeTransformer checks;
  private final Context javac;
  private final Path file;
  private final Map<CompilationUnitTree, Integer> analysedClasses = new HashMap<>();

  /** Runs after the analyzer, which reports the findings. */
  public FixRecorder(
      TaskListener analyzer,
      ScannerSupplier checks,
      ErrorProneOptions options,
      Context javac,
      Path directory) {
    this.analyzer = analyzer;
    this.checks = ErrorProneScannerTransformer.create(checks.get());
    this.javac = new SubContext(javac);
    this.javac.put(ErrorProneOptions.class, options);
    this.file = directory.resolve(FILE);
  }

  @Override
  public void finished(TaskEvent event) {
    analyzer.finished(event);
    if (event.getKind() != TaskEvent.Kind.ANALYZE) {
      return;
    }
    CompilationUnitTree unit = event.getCompilationUnit();
    long classes = unit.getTypeDecls().stream().filter(ClassTree.class::isInstance).count();
    // A file is ready when the last of its classes is.
    if (analysedClasses.merge(unit, 1, Integer::sum) == classes) {
      record((JCCompilationUnit) unit);
    }
  }

  private void record(JCCompilationUnit unit) {
    try {
      String source =
          unit.getSourceFile().getCharContent(/* ignoreEncodingErrors= */ true).toString();
      List<String> lines = new ArrayList<>();
      checks.apply(
          new TreePath(unit), javac, description -> lines.add(line(description, unit, source)));
      Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of findings that read the same some may have no fix: their lines say which. */
  private String line(Description finding, JCCompilationUnit unit, String source) {
    Stream<String> place =
        Stream.of(
            path(unit.getSourceFile()),
            finding.checkName,
            finding.getRawMessage().lines().findFirst().orElse(""));
    Stream<Edit> edits =
        finding.fixes.isEmpty() ? Stream.of() : edits(finding.fixes.get(0), unit, source);
    return Stream.concat(place, edits.flatMap(FixRecorder::fields))
        .map(FixRecorder::escape)
        .collect(joining("\t"));
  }

  /** What a fix changes; nothing where all would stay as it is. */
  private Stream<Edit> edits(Fix fix, JCCompilationUnit unit, String source) {
    ImportEdits imports =
        new ImportEdits(unit, source, JavacTrees.instance(javac).getSourcePositions());
    ImmutableList<String> missing =
        fix.getImportsToAdd().stream().filter(i -> !imports.has(i)).collect(toImmutableList());
    Edit code = Edit.between(source, apply(withoutImports(fix, missing), unit, source));
    return code.isEmpty()
        ? Stream.of()
        : Stream.concat(Stream.of(code), missing.stream().map(imports::adding));
  }

  /** To Error Prone, an import that is both added and removed is none. */
  private static Fix withoutImports(Fix fix, ImmutableList<String> missing) {
    if (missing.isEmpty()) {
      return fix;
    }
    SuggestedFix.Builder without = SuggestedFix.builder().merge((SuggestedFix) fix);
    without.setCoalescePolicy(fix.getCoalescePolicy());
    for (String text : missing) {
      without.removeImport(text.substring("import ".length()));
    }
    return without.build();
  }

  private static String apply(Fix fix, JCCompilationUnit unit, String source) {
    DescriptionBasedDiff diff =
        DescriptionBasedDiff.create(unit, ImportOrganizer.STATIC_FIRST_ORGANIZER);
    diff.handleFix(fix);
    SourceFile fixed = new SourceFile(diff.getRelevantFileName(), source);
    diff.applyDifferences(fixed);
    return fixed.getSourceText();
  }

  private static Stream<String> fields(Edit edit) {
    return Stream.of(Integer.toString(edit.start()), Integer.toString(edit.end()), edit.text());
  }

  private static String escape(String field) {
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  private static String path(JavaFileObject source) {
    boolean onDisk = "file".equals(source.toUri().getScheme());
    return onDisk ? Path.of(source.toUri()).toString() : source.getName();
  }
}
