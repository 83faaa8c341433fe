package dev.baton.checker;

import java.util.Comparator;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A diagnostic of one of our checks, as a reader sees it. */
public record Finding(String file, long line, String severity, String check, String message)
    implements Comparable<Finding> {

  private static final Comparator<Finding> BY_PLACE =
      Comparator.comparing(Finding::file)
          .thenComparingLong(Finding::line)
          .thenComparing(Finding::check)
          .thenComparing(Finding::message);

  public static boolean isFinding(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getCode().endsWith(".error.prone");
  }

  public static Finding of(Diagnostic<? extends JavaFileObject> diagnostic) {
    String text = diagnostic.getMessage(Locale.ROOT);
    int end = text.indexOf(']');
    return new Finding(
        diagnostic.getSource().getName(),
        diagnostic.getLineNumber(),
        diagnostic.getKind().name(),
        text.substring(text.indexOf('[') + 1, end),
        text.substring(end + 1).strip());
  }

  /** {@code File.java:line Check}, as {@link Marks} writes it. */
  String place() {
    return file.substring(file.lastIndexOf('/') + 1) + ":" + line + " " + check;
  }

  @Override
  public int compareTo(Finding other) {
    return BY_PLACE.compare(this, other);
  }
}
