package dev.baton.maven;

/** Numbers in sentences. */
final class Plural {

  private Plural() {}

  static String of(int number, String noun) {
    return number + " " + (number == 1 ? noun : noun + "s");
  }
}
