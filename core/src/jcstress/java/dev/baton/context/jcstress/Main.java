package dev.baton.context.jcstress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the races. Unlike the tool's own entry this fails also if it found none to run. */
final class Main {
  private Main() {}

  /**
   * Runs the races, and fails if one was lost.
   *
   * @param arguments the folder for the report, then the tool's own
   */
  public static void main(String[] arguments) throws Exception {
    Path report = Path.of(arguments[0]);
    Path written = report.resolve("index.html"); // only if something ran
    Files.deleteIfExists(written);
    List<String> options = List.of(arguments).subList(1, arguments.length);
    org.openjdk.jcstress.Main.main(
        Stream.concat(Stream.of("-r", report.toString()), options.stream()).toArray(String[]::new));
    if (!Files.exists(written)) {
      throw new IOException("no race was run");
    }
  }
}
