package dev.baton.maven;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** The least finding that fails the build. */
enum FailOn {
  ERROR,
  WARNING,
  NEVER;

  /** The value a user wrote; empty when it is none. */
  static Optional<FailOn> parse(String text) {
    return Arrays.stream(values()).filter(v -> v.word().equalsIgnoreCase(text.strip())).findFirst();
  }

  /** The value a user wrote, which must be one. */
  static FailOn required(String text) throws MojoFailureException {
    return parse(text)
        .orElseThrow(
            () ->
                new MojoFailureException(
                    "baton.failOn is '" + text + "', but must be one of " + words()));
  }

  static String words() {
    return Arrays.stream(values()).map(FailOn::word).collect(Collectors.joining(", "));
  }

  boolean failsOn(int errors, int warnings) {
    return switch (this) {
      case ERROR -> errors > 0;
      case WARNING -> errors + warnings > 0;
      case NEVER -> false;
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
