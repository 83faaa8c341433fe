package dev.baton.maven.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param place where it is in the code
 */
public record CompilerMessage(
    String kind,
    String code,
    String path,
    long line,
    long column,
    String text,
    String excerpt,
    CodePlace place) {

  /** The code of what the driver itself has to say: javac could not do its work. */
  public static final String FAULT = "baton.fault";

  private static final int FIELDS_BEFORE_PLACE = 7;

  /** One of which no more is known than its line. */
  public CompilerMessage(
      String kind, String code, String path, long line, long column, String text, String excerpt) {
    this(kind, code, path, line, column, text, excerpt, CodePlace.UNKNOWN);
  }

  static CompilerMessage fault(String text) {
    return new CompilerMessage("ERROR", FAULT, "", 0, 0, text, "");
  }

  /** All messages of a file that the driver wrote, in javac's order. */
  public static List<CompilerMessage> readAll(Path file) throws IOException {
    return Files.readAllLines(file).stream().map(CompilerMessage::fromLine).toList();
  }

  /** The same about another file. */
  public CompilerMessage inFile(String other) {
    return new CompilerMessage(kind, code, other, line, column, text, excerpt, place);
  }

  String toLine() {
    List<String> fields =
        new ArrayList<>(
            List.of(kind, code, path, Long.toString(line), Long.toString(column), text, excerpt));
    fields.addAll(place.fields());
    return Fields.join(fields);
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
        f.get(6),
        CodePlace.of(f.subList(FIELDS_BEFORE_PLACE, FIELDS_BEFORE_PLACE + CodePlace.FIELDS)));
  }
}
