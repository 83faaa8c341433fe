package dev.baton.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What the goal {@code suppress} says in the end.
 *
 * @param dryRun whether nothing was written
 * @param sources what was looked at
 */
record SuppressReport(FixOutcome outcome, boolean dryRun, Sources sources) implements EditReport {

  static final String GENERATED = "the file is generated";
  static final String NO_DECLARATION = "nothing around it takes an annotation";

  @Override
  public List<String> done(Path base) {
    return suppressed().stream().map(finding -> finding.head(base)).toList();
  }

  @Override
  public List<String> left(Path base) {
    return outcome.left().stream()
        .map(finding -> finding.head(base) + "; not suppressed, since " + obstacle(finding))
        .toList();
  }

  private String obstacle(Finding finding) {
    return sources.isHandwritten(finding.file())
        ? outcome.unused().getOrDefault(finding, NO_DECLARATION)
        : GENERATED;
  }

  @Override
  public String sum() {
    int left = outcome.left().size();
    int all = suppressed().size() + left;
    if (all == 0) {
      return "Baton: nothing to suppress: no findings; checked "
          + Plural.of(sources.number(), "source file");
    }
    return "Baton: "
        + (dryRun ? "would suppress " : "suppressed ")
        + suppressed().size()
        + " of "
        + Plural.of(all, "finding")
        + (outcome.texts().isEmpty() ? "" : " in " + Plural.of(outcome.texts().size(), "file"))
        + (left == 0 ? "" : "; " + left + " could not be suppressed (above)");
  }

  /** One annotation may stand for several of them. */
  private List<Finding> suppressed() {
    return outcome.found().stream().filter(f -> !outcome.left().contains(f)).toList();
  }
}
