package dev.baton.checker;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreeScanner;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.code.DeferredCompletionFailureHandler;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symtab;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Runs all checks over code of any kind. Error Prone looks no further once javac has reported an
 * error; here the checks see every tree as attribution left it, errors and all.
 */
final class AnyCode {

  /** What a completion failure becomes that a check lets through. */
  private static final String MISSING_CLASS = "compiler.err.proc.cant.access";

  private static final Pattern OURS =
      Pattern.compile("dev\\.baton\\.checker\\.(checks|fix|flow|model|report)\\.");

  private final JavaFileManager files;
  private final ImmutableList<String> javacOptions;
  private final String[] flags;

  AnyCode(JavaFileManager files, ImmutableList<String> javacOptions, String... flags) {
    this.files = files;
    this.javacOptions =
        ImmutableList.<String>builder()
            .add("-proc:none", "--should-stop=ifError=FLOW", "-Xmaxerrs", "100000")
            .add("-Xmaxwarns", "100000")
            .addAll(javacOptions)
            .build();
    this.flags = flags;
  }

  /** A source that looks like a real file, as Error Prone expects of every one. */
  static JavaFileObject source(String name, String text) {
    return new SimpleJavaFileObject(URI.create("file:///" + name), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  /** The source in a file, without its folder. */
  static JavaFileObject source(Path file) {
    try {
      return source(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What came of one source.
   *
   * @param isReadable whether javac and Error Prone themselves get through it
   * @param findings what the checks report
   * @param errors what javac reports
   * @param typed how many expressions have got a type, be it an erroneous one
   * @param crash what a check has thrown
   */
  record Outcome(
      boolean isReadable,
      ImmutableList<Finding> findings,
      ImmutableList<String> errors,
      int typed,
      Optional<Throwable> crash) {

    static final Outcome UNREADABLE =
        new Outcome(false, ImmutableList.of(), ImmutableList.of(), 0, Optional.empty());
  }

  /** Compiles the sources together and runs the checks over each, in the order given. */
  ImmutableList<Outcome> outcomes(List<? extends JavaFileObject> sources) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavacTaskImpl task =
        (JavacTaskImpl)
            ToolProvider.getSystemJavaCompiler()
                .getTask(Writer.nullWriter(), files, diagnostics, javacOptions, null, sources);
    Context context = task.getContext();
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    ImmutableSet<URI> unreadable;
    try {
      unreadable = attribute(task);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      // One spoils it for the others.
      return sources.size() == 1
          ? ImmutableList.of(Outcome.UNREADABLE)
          : sources.stream()
              .flatMap(source -> outcomes(ImmutableList.of(source)).stream())
              .collect(ImmutableList.toImmutableList());
    }
    ImmutableListMultimap<URI, String> errors = errors(diagnostics.getDiagnostics());

    TaskListener analyzer = AnalyzerSetup.analyzer(context, flags);
    ImmutableList.Builder<Outcome> outcomes = ImmutableList.builder();
    for (CompilationUnitTree unit : units) {
      URI file = unit.getSourceFile().toUri();
      if (unreadable.contains(file)) {
        outcomes.add(Outcome.UNREADABLE);
        continue;
      }
      int before = diagnostics.getDiagnostics().size();
      Optional<Throwable> crash = analyze(unit, analyzer, context);
      List<Diagnostic<? extends JavaFileObject>> said =
          diagnostics.getDiagnostics().subList(before, diagnostics.getDiagnostics().size());
      outcomes.add(
          crash.isPresent() && !isOfChecks(crash.get())
              ? Outcome.UNREADABLE
              : new Outcome(
                  true,
                  findings(said),
                  errors.get(file),
                  typedExpressions(unit),
                  crash.or(() -> missingClass(said))));
    }
    return outcomes.build();
  }

  /** Attributes all types; gives the files of those over which javac fails. */
  private static ImmutableSet<URI> attribute(JavacTaskImpl task) {
    ImmutableSet.Builder<URI> failed = ImmutableSet.builder();
    for (Element type : task.enter()) {
      // As where a compilation runs checks: a missing class is a failure each time that it is met.
      DeferredCompletionFailureHandler failures =
          DeferredCompletionFailureHandler.instance(task.getContext());
      failures.setHandler(failures.javacCodeHandler);
      try {
        task.analyze(ImmutableList.of(type));
      } catch (RuntimeException | AssertionError | StackOverflowError e) {
        failed.add(((ClassSymbol) type).sourcefile.toUri());
      }
    }
    return failed.build();
  }

  private static boolean isOfChecks(Throwable crash) {
    return Stream.of(Throwables.getRootCause(crash).getStackTrace())
        .anyMatch(frame -> OURS.matcher(frame.getClassName()).lookingAt());
  }

  private static ImmutableListMultimap<URI, String> errors(
      List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .filter(diagnostic -> diagnostic.getSource() != null)
        .collect(
            ImmutableListMultimap.toImmutableListMultimap(
                diagnostic -> diagnostic.getSource().toUri(), AnyCode::placeOf));
  }

  /** Without the message: for its types javac would need the classes that are missing. */
  private static String placeOf(Diagnostic<?> diagnostic) {
    return diagnostic.getCode() + " in line " + diagnostic.getLineNumber();
  }

  private static Optional<Throwable> analyze(
      CompilationUnitTree unit, TaskListener analyzer, Context context) {
    // The errors so far are what keeps the analyzer from looking.
    Log.instance(context).nerrors = 0;
    // At the end of a class that no source declares it takes the file as a whole.
    TypeElement noneOfTheFile = (TypeElement) Symtab.instance(context).objectType.tsym;
    try {
      analyzer.finished(new TaskEvent(TaskEvent.Kind.ANALYZE, unit, noneOfTheFile));
      return Optional.empty();
    } catch (RuntimeException | Error e) {
      return Optional.of(e);
    }
  }

  private static ImmutableList<Finding> findings(
      List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .filter(Finding::isFinding)
        .map(Finding::of)
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<Throwable> missingClass(
      List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .filter(diagnostic -> diagnostic.getCode().equals(MISSING_CLASS))
        .findFirst()
        .map(diagnostic -> new AssertionError(diagnostic.getMessage(Locale.ROOT)));
  }

  private static int typedExpressions(CompilationUnitTree unit) {
    int[] typed = {0};
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        if (tree instanceof ExpressionTree && ASTHelpers.getType(tree) != null) {
          typed[0]++;
        }
        return super.scan(tree, null);
      }
    }.scan(unit, null);
    return typed[0];
  }
}
