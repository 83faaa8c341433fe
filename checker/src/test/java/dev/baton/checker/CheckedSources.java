package dev.baton.checker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.BaseErrorProneJavaCompiler;
import com.google.errorprone.ErrorProneAnalyzer;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.RefactoringCollection;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.tools.javac.api.BasicJavacTask;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources that javac has compiled in memory, with some of our checks.
 *
 * @param findings all of them, as warnings, in the order of their places
 * @param errors what does not compile
 * @param classes the class files by the names of the classes, none when there are errors
 */
public record CheckedSources(
    ImmutableList<Finding> findings,
    ImmutableList<Diagnostic<? extends JavaFileObject>> errors,
    ImmutableMap<String, byte[]> classes) {

  private static final ImmutableList<String> OPTIONS =
      ImmutableList.of(
          "-proc:none",
          "-g:lines",
          "-Xmaxerrs",
          "100000",
          "-Xmaxwarns",
          "100000",
          "-XDcompilePolicy=simple",
          "--should-stop=ifError=FLOW");

  /** Compiles the sources with all of our checks and models. */
  public static CheckedSources compile(List<? extends JavaFileObject> sources) {
    return compile(
        sources,
        List.of(Fixtures.MODELS),
        ScannerSupplier.fromBugCheckerClasses(AnalyzerSetup.CHECKS));
  }

  /**
   * Compiles the sources.
   *
   * @param flags of Error Prone
   */
  public static CheckedSources compile(
      List<? extends JavaFileObject> sources, List<String> flags, ScannerSupplier checks) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    Outputs outputs = new Outputs(compiler.getStandardFileManager(diagnostics, null, null));
    BasicJavacTask task =
        (BasicJavacTask) compiler.getTask(null, outputs, diagnostics, OPTIONS, null, sources);
    BaseErrorProneJavaCompiler.setupMessageBundle(task.getContext());
    ErrorProneOptions options =
        ErrorProneOptions.processArgs(
            ImmutableList.<String>builder().add("-XepAllErrorsAsWarnings").addAll(flags).build());
    task.addTaskListener(
        ErrorProneAnalyzer.createAnalyzer(
            checks.applyOverrides(options),
            options,
            task.getContext(),
            new RefactoringCollection[1]));
    task.call();
    return new CheckedSources(
        diagnostics.getDiagnostics().stream()
            .filter(Finding::isFinding)
            .map(Finding::of)
            .sorted()
            .collect(ImmutableList.toImmutableList()),
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .collect(ImmutableList.toImmutableList()),
        outputs.classes());
  }

  /** A source that is in no file. */
  public static JavaFileObject source(String path, String text) {
    return new Source(path, text);
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class Outputs extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, Output> outputs = new HashMap<>();

    Outputs(StandardJavaFileManager inputs) {
      super(inputs);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      return outputs.computeIfAbsent(className, Output::new);
    }

    ImmutableMap<String, byte[]> classes() {
      ImmutableMap.Builder<String, byte[]> classes = ImmutableMap.builder();
      outputs.forEach((name, output) -> classes.put(name, output.bytes.toByteArray()));
      return classes.buildOrThrow();
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output(String className) {
      super(URI.create("class:///" + className), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }
}
