package dev.baton.maven.driver;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Runs javac, as a request file says, and writes its diagnostics to another file.
 *
 * <p>Errors in the sources are results, not failures: the exit code is 0 whenever the second file
 * tells the whole story.
 */
public final class Driver {

  private Driver() {}

  /** Takes pairs of a request file and the file to write diagnostics to, and does one by one. */
  public static void main(String[] args) throws IOException {
    for (int i = 0; i + 1 < args.length; i += 2) {
      CompileRequest request = CompileRequest.read(Path.of(args[i]));
      try (MessageWriter messages = new MessageWriter(Path.of(args[i + 1]))) {
        compile(request, messages);
      }
    }
  }

  private static void compile(CompileRequest request, MessageWriter messages) throws IOException {
    @Nullable JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      messages.fault(
          "Baton needs a JDK, and "
              + System.getProperty("java.home")
              + " is a Java runtime without javac; point JAVA_HOME to a JDK, 17 or newer");
      return;
    }
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, /* locale= */ null, /* charset= */ null)) {
      boolean ok = task(compiler, files, request, messages).call();
      if (!ok && !messages.wroteError()) {
        messages.fault("javac ended abnormally and gave no reason");
      }
    } catch (IllegalArgumentException e) {
      messages.fault("javac refuses its options: " + e.getMessage());
    } catch (ReflectiveOperationException e) {
      messages.fault("an annotation processor of this project cannot be loaded: " + e);
    } catch (RuntimeException | Error e) {
      // A crash in javac, a check or a processor; its stack trace is for the log file.
      e.printStackTrace();
      messages.fault("javac crashed: " + e);
    }
  }

  private static JavacTask task(
      JavaCompiler compiler,
      StandardJavaFileManager files,
      CompileRequest request,
      MessageWriter messages)
      throws ReflectiveOperationException {
    boolean processing = request.processing().isOn(Runtime.version().feature());
    List<String> options = new ArrayList<>(request.options());
    if (!processing) {
      options.add("-proc:none");
    }
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                /* out= */ null,
                files,
                messages,
                options,
                /* classes= */ null,
                files.getJavaFileObjectsFromStrings(request.sources()));
    CodePlaces places = new CodePlaces(task);
    task.addTaskListener(places);
    messages.locate(places);
    if (processing) {
      task.setProcessors(Processors.load(request.processing()));
    }
    return task;
  }
}
