package dev.baton.checker;

/** What a finding says of its fix, and what is left of it when the lines around have moved. */
public final class Fixes {

  private Fixes() {}

  /** Whether there is a fix for it: Error Prone shows its first line below the message. */
  public static boolean isOffered(Finding finding) {
    return finding.message().contains("\n") && finding.message().contains("Did you mean");
  }

  /** The finding without its fix, and without the numbers of lines, which fixes change. */
  static String withoutPlace(Finding finding) {
    String message = finding.message().lines().findFirst().orElse("");
    return finding.check() + ": " + message.replaceAll("\\bline \\d+", "line N");
  }
}
