package dev.baton.checker.patch;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/** Runs {@link LiteralFixes} with a recorder. */
public final class Recording {

  private static final int FIRST_EDIT = 3;
  private static final int FIELDS_OF_AN_EDIT = 3;

  private Recording() {}

  /** The lines that are written down in the compilation of some files. */
  static List<String> of(Path directory, Path... files) throws IOException {
    return of(directory, LiteralFixes.class, true, files);
  }

  /** Those of another check, also where the files do not compile. */
  static List<String> of(
      Path directory, Class<? extends BugChecker> check, boolean compiles, Path... files)
      throws IOException {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager fileManager =
        JavacTool.create().getStandardFileManager(diagnostics, null, null)) {
      JavacTask task =
          JavacTool.create()
              .getTask(
                  /* out= */ null,
                  fileManager,
                  diagnostics,
                  ImmutableList.of(
                      "-proc:none",
                      "-XDcompilePolicy=simple",
                      "--should-stop=ifError=FLOW",
                      "--should-stop=ifNoError=FLOW"),
                  /* classes= */ null,
                  fileManager.getJavaFileObjects(files));
      task.addTaskListener(
          new FixRecorder(
              new TaskListener() {},
              ScannerSupplier.fromBugCheckerClasses(check),
              ErrorProneOptions.empty(),
              ((BasicJavacTask) task).getContext(),
              directory));
      assertThat(task.call()).isEqualTo(compiles);
    }
    Path recorded = directory.resolve(FixRecorder.FILE);
    return Files.exists(recorded) ? Files.readAllLines(recorded) : ImmutableList.of();
  }

  /** A text with the fixes that lines write down. */
  public static String applied(List<String> lines, String text) {
    StringBuilder fixed = new StringBuilder(text);
    for (Edit edit : edits(lines).reverse()) {
      fixed.replace(edit.start(), edit.end(), edit.text());
    }
    return fixed.toString();
  }

  /** Whether the fixes that lines write down change the code alone, each in its own place. */
  public static boolean areApart(List<String> lines) {
    ImmutableList<Edit> edits = edits(lines);
    for (int i = 1; i < edits.size(); i++) {
      if (edits.get(i - 1).end() >= edits.get(i).start()) {
        return false;
      }
    }
    return edits.size() == lines.size();
  }

  /** Whether the finding of a line has a fix. */
  public static boolean isFix(String line) {
    return Splitter.on('\t').splitToList(line).size() > FIRST_EDIT;
  }

  private static ImmutableList<Edit> edits(List<String> lines) {
    List<Edit> edits = new ArrayList<>();
    for (String line : lines) {
      List<String> fields = Splitter.on('\t').splitToList(line);
      for (int i = FIRST_EDIT; i < fields.size(); i += FIELDS_OF_AN_EDIT) {
        edits.add(
            new Edit(
                Integer.parseInt(fields.get(i)),
                Integer.parseInt(fields.get(i + 1)),
                fields.get(i + 2).translateEscapes()));
      }
    }
    return ImmutableList.sortedCopyOf(Comparator.comparingInt(Edit::start), edits);
  }
}
