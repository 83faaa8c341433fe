package dev.baton.maven.driver;

import java.nio.file.Path;
import java.util.List;

/**
 * A run of javac that Maven asks a JVM for. The two meet in files, as a project's sources and paths
 * are too many for a command line.
 *
 * @param directory where these files are; it is there, and belongs to this run alone
 */
public record CompileTask(Path directory) {

  /** What to compile: a {@link CompileRequest}. */
  public Path request() {
    return directory.resolve("request.txt");
  }

  /** What javac says. */
  public Path messages() {
    return directory.resolve("messages.txt");
  }

  /** What annotation processors print, and the traces of crashes. */
  Path log() {
    return directory.resolve("javac.log");
  }

  /** This task, as Maven hands it to the JVM. */
  public String toLine() {
    return Fields.join(List.of(directory.toString()));
  }

  static CompileTask of(String line) {
    return new CompileTask(Path.of(Fields.split(line).get(0)));
  }
}
