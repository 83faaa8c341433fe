package dev.baton.maven.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One diagnostic of javac, as it crosses back to Maven.
 *
 * @param kind the name of its {@link javax.tools.Diagnostic.Kind}
 * @param code javac's code for it, which unlike the message is the same in every language
 * @param path the source file, empty when it has none
 * @param line the line, from 1; 0 or less when there is none
 * @param column the column, from 1; 0 or less when there is none
 * @param text what it says, often several lines
 * @param excerpt the source line, empty when there is none
 */
public record CompilerMessage(
    String kind, String code, String path, long line, long column, String text, String excerpt) {

  /** The code of what the driver itself has to say: javac could not do its work. */
  public static final String FAULT = "baton.fault";

  static CompilerMessage fault(String text) {
    return new CompilerMessage("ERROR", FAULT, "", 0, 0, text, "");
  }

  /** All messages of a file that the driver wrote, in javac's order. */
  public static List<CompilerMessage> readAll(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(CompilerMessage::fromLine).toList();
  }

  /** The same about another file. */
  public CompilerMessage inFile(String other) {
    return new CompilerMessage(kind, code, other, line, column, text, excerpt);
  }

  String toLine() {
    return Fields.join(
        List.of(kind, code, path, Long.toString(line), Long.toString(column), text, excerpt));
  }

  static CompilerMessage fromLine(String line) {
    List<String> f = Fields.split(line);
    return new CompilerMessage(
        f.get(0),
        f.get(1),
        f.get(2),
        Long.parseLong(f.get(3)),
        Long.parseLong(f.get(4)),
        f.get(5),
        f.get(6));
  }
}
