package dev.baton.maven;

import dev.baton.maven.driver.CompileTask;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs of a build that run javac: as many as there are modules at the same time, and each is
 * used again.
 */
final class JavacProcesses {

  private final Map<List<String>, Deque<JavacProcess>> idle = new HashMap<>();

  static JavacProcesses of(SessionData build) {
    // The class is the key: a plugin with other dependencies has another, in the same build.
    build.set(JavacProcesses.class, /* oldValue= */ null, new JavacProcesses());
    return (JavacProcesses) build.get(JavacProcesses.class);
  }

  /**
   * Runs a task.
   *
   * @param command starts a JVM for it and others like it
   */
  void run(List<String> command, CompileTask task) throws IOException, MojoExecutionException {
    @Nullable JavacProcess used = take(command);
    if (used != null && used.run(task)) {
      giveBack(command, used);
      return;
    }
    // There was none, or it was tired of waiting.
    JavacProcess fresh = JavacProcess.start(command);
    if (!fresh.run(task)) {
      throw new MojoExecutionException("the JVM for Baton's checks ended with " + fresh.end());
    }
    giveBack(command, fresh);
  }

  private synchronized @Nullable JavacProcess take(List<String> command) {
    Deque<JavacProcess> waiting = idle.get(command);
    return waiting == null ? null : waiting.poll();
  }

  private synchronized void giveBack(List<String> command, JavacProcess process) {
    idle.computeIfAbsent(command, c -> new ArrayDeque<>()).push(process);
  }
}
