package dev.baton.maven;

import dev.baton.maven.driver.CompileRequest;
import dev.baton.maven.driver.CompileTask;
import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.Driver;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Runs javac in a JVM of its own: the checks read trees that Maven's JVM does not open to them.
 *
 * @param processes runs it and others like it
 * @param executable the java of a JDK
 */
record Javac(JavacProcesses processes, Path executable, List<String> jvmArguments) {

  private static final List<String> EXPORTED =
      List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  Javac {
    jvmArguments = List.copyOf(jvmArguments);
  }

  /**
   * A compilation: what javac says.
   *
   * @param work the directory below which everything is written on the way
   */
  List<CompilerMessage> run(CompileRequest request, Path work)
      throws IOException, MojoExecutionException {
    CompileTask task = new CompileTask(work.toAbsolutePath());
    request.write(task.request());
    processes.run(command(), task);
    return CompilerMessage.readAll(task.messages());
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    packages(EXPORTED).map(p -> "--add-exports=" + p).forEach(command::add);
    packages(OPENED).map(p -> "--add-opens=" + p).forEach(command::add);
    command.addAll(jvmArguments);
    command.add("-cp");
    command.add(ownJar().toString());
    command.add(Driver.class.getName());
    return command;
  }

  private static Stream<String> packages(List<String> names) {
    return names.stream().map(n -> "jdk.compiler/com.sun.tools.javac." + n + "=ALL-UNNAMED");
  }

  /** Where the class is that runs there. */
  static Path ownJar() {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
