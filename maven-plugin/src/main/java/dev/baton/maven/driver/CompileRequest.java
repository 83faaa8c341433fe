package dev.baton.maven.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of javac, as it crosses from Maven to the JVM that runs it.
 *
 * @param options javac's options, without those that choose annotation processors
 * @param sources the files to compile
 * @param processing which annotation processors take part
 */
public record CompileRequest(
    List<String> options, List<String> sources, ProcessorChoice processing) {

  public CompileRequest {
    options = List.copyOf(options);
    sources = List.copyOf(sources);
  }

  /** Writes this request where {@link #read} finds it again. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(Fields.join(List.of("proc", processing.proc())));
    addAll(lines, "processor", processing.names());
    addAll(lines, "processor-path", processing.path());
    addAll(lines, "class-path", processing.classPath());
    addAll(lines, "option", options);
    addAll(lines, "source", sources);
    Files.write(file, lines);
  }

  static CompileRequest read(Path file) throws IOException {
    List<List<String>> lines = Files.readAllLines(file).stream().map(Fields::split).toList();
    return new CompileRequest(
        all(lines, "option"),
        all(lines, "source"),
        new ProcessorChoice(
            all(lines, "proc").get(0),
            all(lines, "processor"),
            all(lines, "processor-path"),
            all(lines, "class-path")));
  }

  private static void addAll(List<String> lines, String kind, List<String> values) {
    for (String value : values) {
      lines.add(Fields.join(List.of(kind, value)));
    }
  }

  private static List<String> all(List<List<String>> lines, String kind) {
    return lines.stream().filter(l -> l.get(0).equals(kind)).map(l -> l.get(1)).toList();
  }
}
