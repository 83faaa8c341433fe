package com.google.errorprone;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.api.JavacTaskImpl;
import com.sun.tools.javac.api.JavacTool;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.JavacMessages;
import com.sun.tools.javac.util.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Field;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import javax.annotation.processing.Processor;
import javax.lang.model.SourceVersion;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;

/**
 * In the place of Error Prone's class of this name, on the class path of the mutation tests alone:
 * compiles the sources of a test once in each JVM, and lets the checks look at the attributed trees
 * again for each mutant. That is what almost all the time of a test goes into.
 *
 * <p>A mutant leaves nothing behind: what the checks keep, they keep in javac's {@link Context},
 * which is put back to what it was.
 */
public final class BaseErrorProneJavaCompiler implements JavaCompiler {

  private static final Map<List<Object>, Compiled> COMPILED = new HashMap<>();

  private final JavaCompiler javac;
  private final ScannerSupplier checks;

  public BaseErrorProneJavaCompiler(ScannerSupplier checks) {
    this(JavacTool.create(), checks);
  }

  /** Called by Error Prone's test helpers. */
  BaseErrorProneJavaCompiler(JavaCompiler javac, ScannerSupplier checks) {
    this.javac = javac;
    this.checks = checks;
  }

  @Override
  public CompilationTask getTask(
      Writer out,
      JavaFileManager files,
      DiagnosticListener<? super JavaFileObject> diagnostics,
      Iterable<String> arguments,
      Iterable<String> classes,
      Iterable<? extends JavaFileObject> sources) {
    ErrorProneOptions options = ErrorProneOptions.processArgs(arguments);
    ImmutableList<String> ofJavac = ImmutableList.copyOf(options.getRemainingArgs());
    Compiled compiled =
        COMPILED.computeIfAbsent(
            key(ofJavac, sources),
            key ->
                new Compiled(
                    listener ->
                        (JavacTaskImpl)
                            javac.getTask(out, files, listener, ofJavac, null, sources)));
    return new Checking(compiled, checks, options, diagnostics);
  }

  private static List<Object> key(List<String> arguments, Iterable<? extends JavaFileObject> all) {
    List<Object> key = new ArrayList<>(arguments);
    for (JavaFileObject source : all) {
      key.add(source.toUri());
      try {
        key.add(source.getCharContent(true).toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return key;
  }

  /** Called by name from Error Prone's own classes and from tests. */
  public static void setupMessageBundle(Context context) {
    ResourceBundle bundle = ResourceBundle.getBundle("com.google.errorprone.errors");
    JavacMessages.instance(context).add(locale -> bundle);
  }

  @Override
  public StandardJavaFileManager getStandardFileManager(
      DiagnosticListener<? super JavaFileObject> diagnostics, Locale locale, Charset charset) {
    return javac.getStandardFileManager(diagnostics, locale, charset);
  }

  @Override
  public int isSupportedOption(String option) {
    return javac.isSupportedOption(option);
  }

  @Override
  public int run(InputStream in, OutputStream out, OutputStream err, String... arguments) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Set<SourceVersion> getSourceVersions() {
    return javac.getSourceVersions();
  }

  private interface Javac {
    BasicJavacTask task(DiagnosticListener<JavaFileObject> listener);
  }

  /** Sources that javac has attributed, and what it said at which point. */
  private static final class Compiled implements TaskListener {

    private record Analyzed(TaskEvent event, int errors) {}

    private final List<Analyzed> analyzed = new ArrayList<>();
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics = new ArrayList<>();
    private final Context context;
    private final Log log;
    private final int errors;
    private final Map<Object, Object> state;
    private DiagnosticListener<JavaFileObject> listener =
        diagnostic -> diagnostics.add(Formatted.of(diagnostic));

    Compiled(Javac javac) {
      JavacTaskImpl task = (JavacTaskImpl) javac.task(diagnostic -> listener.report(diagnostic));
      context = task.getContext();
      setupMessageBundle(context);
      log = Log.instance(context);
      task.addTaskListener(this);
      task.analyze();
      errors = log.nerrors;
      state = new HashMap<>(stateOf(context));
    }

    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.ANALYZE) {
        analyzed.add(new Analyzed(event, log.nerrors));
      }
    }

    boolean check(
        ScannerSupplier checks,
        ErrorProneOptions options,
        DiagnosticListener<? super JavaFileObject> told) {
      diagnostics.forEach(told::report);
      listener = diagnostic -> told.report(Formatted.of(diagnostic));
      Map<Object, Object> now = stateOf(context);
      now.clear();
      now.putAll(state);
      ((Collection<?>) field(Log.class, "recorded", log)).clear();
      ErrorProneAnalyzer analyzer =
          ErrorProneAnalyzer.createByScanningForPlugins(checks, options, context);
      int found = 0;
      for (Analyzed each : analyzed) {
        int before = each.errors + found;
        log.nerrors = before;
        log.nwarnings = 0;
        analyzer.finished(each.event);
        found += log.nerrors - before;
      }
      return errors + found == 0;
    }

    @SuppressWarnings("unchecked")
    private static Map<Object, Object> stateOf(Context context) {
      return (Map<Object, Object>) field(Context.class, "ht", context);
    }

    private static Object field(Class<?> type, String name, Object of) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
  }

  /** A diagnostic that formats its message once, not each time that a matcher asks for it. */
  private record Formatted(
      Kind getKind,
      JavaFileObject getSource,
      long getPosition,
      long getStartPosition,
      long getEndPosition,
      long getLineNumber,
      long getColumnNumber,
      String getCode,
      String message,
      String text)
      implements Diagnostic<JavaFileObject> {

    static Formatted of(Diagnostic<? extends JavaFileObject> diagnostic) {
      return new Formatted(
          diagnostic.getKind(),
          diagnostic.getSource(),
          diagnostic.getPosition(),
          diagnostic.getStartPosition(),
          diagnostic.getEndPosition(),
          diagnostic.getLineNumber(),
          diagnostic.getColumnNumber(),
          diagnostic.getCode(),
          diagnostic.getMessage(Locale.ENGLISH),
          diagnostic.toString());
    }

    @Override
    public String getMessage(Locale locale) {
      return message;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private record Checking(
      Compiled compiled,
      ScannerSupplier checks,
      ErrorProneOptions options,
      DiagnosticListener<? super JavaFileObject> diagnostics)
      implements CompilationTask {

    @Override
    public Boolean call() {
      return compiled.check(checks, options, diagnostics);
    }

    @Override
    public void addModules(Iterable<String> names) {}

    @Override
    public void setProcessors(Iterable<? extends Processor> all) {}

    @Override
    public void setLocale(Locale locale) {}
  }
}
