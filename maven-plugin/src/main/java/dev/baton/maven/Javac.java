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
final class Javac {

  private static final List<String> EXPORTED =
      List.of("api", "code", "file", "main", "model", "parser", "processing", "tree", "util");
  private static final List<String> OPENED = List.of("code", "comp");

  private final Path executable;
  private final List<String> jvmArguments;

  Javac(Path executable, List<String> jvmArguments) {
    this.executable = executable;
    this.jvmArguments = List.copyOf(jvmArguments);
  }

  /** Compiles, with everything that is written on the way below the given directory. */
  List<CompilerMessage> run(CompileRequest request, Path work)
      throws IOException, MojoExecutionException {
    Path requestFile = work.resolve("request.txt");
    Path messages = work.resolve("messages.txt");
    Path log = work.resolve("javac.log");
    request.write(requestFile);
    Process process =
        new ProcessBuilder(command(requestFile, messages))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exitCode = await(process);
    if (exitCode != 0) {
      throw new MojoExecutionException(
          "the JVM for Baton's checks ended with code " + exitCode + "; its output is in " + log);
    }
    return CompilerMessage.readAll(messages);
  }

  private List<String> command(Path requestFile, Path messages) {
    List<String> command = new ArrayList<>();
    command.add(executable.toString());
    packages(EXPORTED).map(p -> "--add-exports=" + p).forEach(command::add);
    packages(OPENED).map(p -> "--add-opens=" + p).forEach(command::add);
    command.addAll(jvmArguments);
    command.add("-cp");
    command.add(ownJar().toString());
    command.add(Driver.class.getName());
    command.add(requestFile.toString());
    command.add(messages.toString());
    return command;
  }

  private static Stream<String> packages(List<String> names) {
    return names.stream().map(n -> "jdk.compiler/com.sun.tools.javac." + n + "=ALL-UNNAMED");
  }

  private static Path ownJar() {
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
