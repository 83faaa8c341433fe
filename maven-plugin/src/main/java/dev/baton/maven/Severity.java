package dev.baton.maven;

/** How grave a finding is, the gravest first. */
enum Severity {
  ERROR("error"),
  WARNING("warning"),
  SUGGESTION("suggestion");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** That of a diagnostic whose {@link javax.tools.Diagnostic.Kind} has the name. */
  static Severity ofKind(String kind) {
    return switch (kind) {
      case "ERROR" -> ERROR;
      case "NOTE" -> SUGGESTION;
      default -> WARNING;
    };
  }

  /** What a finding of it is called. */
  String word() {
    return word;
  }

  /** A number of findings in words: {@code 1 error}, {@code 5 warnings}. */
  String count(int number) {
    return Plural.of(number, word);
  }
}
