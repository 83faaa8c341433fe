package dev.baton.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.maven.driver.CompileTask;
import dev.baton.maven.driver.Driver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * A JVM that compiles one module after another. It ends with Maven's, and when nobody has asked it
 * for a while. For one thread at a time.
 */
final class JavacProcess {

  /** Enough to say why a JVM does not start, or has died. */
  private static final int KEPT_LINES = 20;

  private final Process process;
  private final Writer requests;

  /** True for each task that is done, false at the end. */
  private final BlockingQueue<Boolean> answers = new LinkedBlockingQueue<>();

  private final Deque<String> printed = new ArrayDeque<>();

  private JavacProcess(Process process) {
    this.process = process;
    this.requests = new OutputStreamWriter(process.getOutputStream(), UTF_8);
  }

  static JavacProcess start(List<String> command) throws IOException {
    JavacProcess started =
        new JavacProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
    Thread reader = new Thread(started::readAnswers, "baton-javac");
    reader.setDaemon(true);
    reader.start();
    return started;
  }

  private void readAnswers() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(Driver.DONE)) {
          answers.add(true);
        } else {
          keep(line);
        }
      }
    } catch (IOException e) {
      keep(e.toString());
    } finally {
      answers.add(false);
    }
  }

  private synchronized void keep(String line) {
    printed.add(line);
    if (printed.size() > KEPT_LINES) {
      printed.remove();
    }
  }

  /** Whether the task was done. If not, the JVM has ended. */
  boolean run(CompileTask task) throws MojoExecutionException {
    try {
      requests.write(task.toLine() + "\n");
      requests.flush();
    } catch (IOException e) {
      // It has ended, and its last answer says so.
    }
    try {
      return answers.take();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted while Baton's checks ran", e);
    }
  }

  /** Why it has ended. */
  synchronized String end() {
    int code = process.onExit().join().exitValue();
    return "code " + code + (printed.isEmpty() ? "" : "\n" + String.join("\n", printed));
  }
}
