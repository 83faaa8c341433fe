package dev.baton.maven;

import dev.baton.maven.driver.CompileRequest;
import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.Driver;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/** Runs javac in a JVM of its own: the checks read trees that Maven's JVM does not open to them. */
record Javac(Path executable, List<String> jvmArguments) {

  private static final List<String> EXPORTED =
      List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  Javac {
    jvmArguments = List.copyOf(jvmArguments);
  }

  /**
   * A compilation.
   *
   * @param work the directory below which everything is written on the way
   */
  record Task(CompileRequest request, Path work) {

    private Path requestFile() {
      return work.resolve("request.txt");
    }

    private Path messages() {
      return Javac.messages(work);
    }
  }

  List<CompilerMessage> run(CompileRequest request, Path work)
      throws IOException, MojoExecutionException {
    return run(List.of(new Task(request, work))).get(0);
  }

  /** Compiles one after the other, in one JVM; the messages of each. */
  List<List<CompilerMessage>> run(List<Task> tasks) throws IOException, MojoExecutionException {
    for (Task task : tasks) {
      task.request().write(task.requestFile());
    }
    Path log = tasks.get(0).work().resolve("javac.log");
    Process process =
        new ProcessBuilder(command(tasks))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exitCode = await(process);
    if (exitCode != 0) {
      throw new MojoExecutionException(
          "the JVM for Baton's checks ended with code " + exitCode + "; its output is in " + log);
    }
    List<List<CompilerMessage>> messages = new ArrayList<>();
    for (Task task : tasks) {
      messages.add(CompilerMessage.readAll(task.messages()));
    }
    return messages;
  }

  private List<String> command(List<Task> tasks) {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    packages(EXPORTED).map(p -> "--add-exports=" + p).forEach(command::add);
    packages(OPENED).map(p -> "--add-opens=" + p).forEach(command::add);
    command.addAll(jvmArguments);
    command.add("-cp");
    command.add(ownJar().toString());
    command.add(Driver.class.getName());
    for (Task task : tasks) {
      command.add(task.requestFile().toString());
      command.add(task.messages().toString());
    }
    return command;
  }

  private static Stream<String> packages(List<String> names) {
    return names.stream().map(n -> "jdk.compiler/com.sun.tools.javac." + n + "=ALL-UNNAMED");
  }

  /** Where the messages of a compilation are. */
  static Path messages(Path work) {
    return work.resolve("messages.txt");
  }

  /** Where the class is that runs there. */
  static Path ownJar() {
    try {
      return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int await(Process process) throws MojoExecutionException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted while Baton's checks ran", e);
    } finally {
      process.destroy();
    }
  }
}
