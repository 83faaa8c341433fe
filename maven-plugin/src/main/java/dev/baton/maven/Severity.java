package dev.baton.maven;

/** How grave a finding is, the gravest first. */
enum Severity {
  ERROR("error"),
  WARNING("warning");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** A number of findings in words: {@code 1 error}, {@code 5 warnings}. */
  String count(int number) {
    return Plural.of(number, word);
  }
}
