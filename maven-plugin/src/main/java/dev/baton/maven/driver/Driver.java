package dev.baton.maven.driver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Runs javac, as request files say, and writes its diagnostics to other files.
 *
 * <p>One JVM does so for one module after another, as one Maven compiles them all: in a JVM of its
 * own, each would load javac and the checks and run them at their slowest.
 *
 * <p>Errors in the sources are results, not failures: a task is done whenever its messages tell the
 * whole story.
 */
public final class Driver {

  /** The line that says that a task is done. Around it may stand what the JVM itself prints. */
  public static final String DONE = "baton: done";

  /** For a Maven that outlives its builds: nothing says when one of them has ended. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Driver() {}

  /** Takes the lines of {@link CompileTask}s from standard input. */
  public static void main(String[] args) throws IOException, InterruptedException {
    BlockingQueue<String> lines = linesOf(System.in);
    System.setIn(InputStream.nullInputStream());
    for (String line = next(lines); line != null; line = next(lines)) {
      runAndLog(CompileTask.of(line));
      System.out.println(DONE);
    }
    // Processors may have left threads behind.
    System.exit(0);
  }

  private static @Nullable String next(BlockingQueue<String> lines) throws InterruptedException {
    return lines.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static BlockingQueue<String> linesOf(InputStream in) {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readInto(lines, in), "requests");
    reader.setDaemon(true);
    reader.start();
    return lines;
  }

  private static void readInto(BlockingQueue<String> lines, InputStream in) {
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // Its end, too.
    }
    // Maven is gone, so nobody wants what is being compiled.
    Runtime.getRuntime().halt(0);
  }

  private static void runAndLog(CompileTask task) throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    try (PrintStream log = new PrintStream(task.log().toFile(), UTF_8)) {
      System.setOut(log);
      System.setErr(log);
      run(task);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  static void run(CompileTask task) throws IOException {
    CompileRequest request = CompileRequest.read(task.request());
    try (MessageWriter messages = new MessageWriter(task.messages())) {
      compile(request, messages);
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
            compiler.getStandardFileManager(messages, /* locale= */ null, /* charset= */ null);
        Processors processors = new Processors(request.processing())) {
      boolean ok = task(compiler, files, request, processors, messages).call();
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
      Processors processors,
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
                new SharedPlugins(files),
                messages,
                options,
                /* classes= */ null,
                files.getJavaFileObjectsFromStrings(request.sources()));
    CodePlaces places = new CodePlaces(task);
    task.addTaskListener(places);
    messages.locate(places);
    if (processing) {
      task.setProcessors(processors.load());
    }
    return task;
  }
}
