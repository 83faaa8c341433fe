package dev.baton.maven;

import dev.baton.maven.driver.CodePlace;
import dev.baton.maven.driver.CompilerMessage;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check found, at one place.
 *
 * @param check the name of the check, which also suppresses it
 * @param message what it says, one line without the check's name
 * @param excerpt the source line as it is in the file
 * @param place where it is in the code, whatever its line
 */
record Finding(
    Severity severity,
    String check,
    Path file,
    long line,
    long column,
    String message,
    String excerpt,
    CodePlace place)
    implements Comparable<Finding> {

  private static final Comparator<Finding> IN_READING_ORDER =
      Comparator.comparing(Finding::file)
          .thenComparingLong(Finding::line)
          .thenComparingLong(Finding::column)
          .thenComparing(Finding::check)
          .thenComparing(Finding::message)
          .thenComparing(Finding::severity);

  /** How javac's codes for what an Error Prone check reports end, whatever their kind. */
  private static final String CODE_OF_CHECKS = ".error.prone";

  private static final Pattern NAME_AND_MESSAGE = Pattern.compile("\\[(\\w+)\\] (.*)");

  /** One of which no more is known than its line. */
  Finding(
      Severity severity,
      String check,
      Path file,
      long line,
      long column,
      String message,
      String excerpt) {
    this(severity, check, file, line, column, message, excerpt, CodePlace.UNKNOWN);
  }

  /** The finding that a diagnostic of javac is; empty when it is javac's own. */
  static Optional<Finding> from(CompilerMessage message) {
    if (!message.code().endsWith(CODE_OF_CHECKS)) {
      return Optional.empty();
    }
    // Below the first line are a link and a fix, which this output has no room for.
    String firstLine = message.text().lines().findFirst().orElse("");
    Matcher parts = NAME_AND_MESSAGE.matcher(firstLine);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Severity.ofKind(message.kind()),
            parts.group(1),
            Path.of(message.path()),
            message.line(),
            message.column(),
            parts.group(2),
            message.excerpt(),
            message.place()));
  }

  Finding onLine(long other) {
    return new Finding(severity, check, file, other, column, message, excerpt, place);
  }

  @Override
  public int compareTo(Finding other) {
    return IN_READING_ORDER.compare(this, other);
  }

  /** Where it is, and what. */
  String head(Path base) {
    return DisplayPath.of(base, file) + ":" + line + ": [" + check + "] " + message;
  }

  /** As users read it: where, what, and the line it is about. */
  String show(Path base) {
    String head = head(base);
    return excerpt.isBlank() ? head : head + System.lineSeparator() + "    " + excerpt.strip();
  }
}
