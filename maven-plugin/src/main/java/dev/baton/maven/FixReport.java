package dev.baton.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the goal {@code fix} says in the end.
 *
 * @param dryRun whether nothing was written
 * @param sourceFiles how many files were looked at
 */
record FixReport(FixOutcome outcome, boolean dryRun, int sourceFiles) implements EditReport {

  @Override
  public List<String> done(Path base) {
    return outcome.fixed().stream().map(finding -> finding.head(base)).toList();
  }

  /**
   * A line for each finding that is left and that nobody else shows: the goal {@code check} looks
   * at main sources, and knows nothing of fixes.
   */
  @Override
  public List<String> left(Path base) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : outcome.left()) {
      String why = outcome.unused().get(finding);
      if (why != null) {
        lines.add(finding.head(base) + "; not fixed, since " + why);
      } else if (outcome.leftInTests().contains(finding)) {
        lines.add(finding.head(base) + "; it has no fix");
      }
    }
    return lines;
  }

  @Override
  public String sum() {
    int all = outcome.fixed().size() + outcome.left().size();
    if (all == 0) {
      return "Baton: nothing to fix: no findings; checked " + Plural.of(sourceFiles, "source file");
    }
    List<String> parts = new ArrayList<>();
    parts.add(done(all));
    int inTests = withoutFix(/* inTests= */ true);
    if (inTests > 0) {
      parts.add(count(inTests) + " in tests " + have(inTests) + " no fix (above)");
    }
    int inMain = withoutFix(/* inTests= */ false);
    if (inMain > 0) {
      parts.add(
          count(inMain)
              + " "
              + have(inMain)
              + " no fix: run the goal check to see "
              + (inMain == 1 ? "it" : "them"));
    }
    if (!outcome.unused().isEmpty()) {
      parts.add(count(outcome.unused().size()) + " could not be fixed (above)");
    }
    return "Baton: " + String.join("; ", parts);
  }

  private String done(int all) {
    int fixed = outcome.fixed().size();
    if (fixed == 0 && outcome.unused().isEmpty()) {
      return "nothing to fix";
    }
    return (dryRun ? "would fix " : "fixed ")
        + fixed
        + " of "
        + Plural.of(all, "finding")
        + (fixed == 0 ? "" : " in " + Plural.of(outcome.texts().size(), "file"));
  }

  /** A number of findings, of which nothing was said yet when there is nothing to fix. */
  private String count(int number) {
    boolean known = !outcome.fixed().isEmpty() || !outcome.unused().isEmpty();
    return known ? Integer.toString(number) : Plural.of(number, "finding");
  }

  private static String have(int number) {
    return number == 1 ? "has" : "have";
  }

  private int withoutFix(boolean inTests) {
    return (int)
        outcome.left().stream()
            .filter(finding -> !outcome.unused().containsKey(finding))
            .filter(finding -> outcome.leftInTests().contains(finding) == inTests)
            .count();
  }
}
