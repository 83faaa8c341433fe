package dev.baton.maven;

import dev.baton.maven.driver.RecordedFix;
import dev.baton.maven.driver.TextEdit;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Gives the fixes that a compilation recorded to its findings, each once. */
final class FixesOfFindings {

  private final Map<List<String>, Queue<RecordedFix>> left = new HashMap<>();

  FixesOfFindings(List<RecordedFix> recorded) {
    for (RecordedFix fix : recorded) {
      List<String> finding = List.of(fix.path(), fix.check(), fix.message());
      left.computeIfAbsent(finding, key -> new ArrayDeque<>()).add(fix);
    }
  }

  /** Takes the fix of a finding. Those that read the same come in the same order as their fixes. */
  Optional<ProposedFix> take(Finding finding) {
    @Nullable Queue<RecordedFix> fixes =
        left.get(List.of(finding.file().toString(), finding.check(), finding.message()));
    if (fixes == null || fixes.isEmpty()) {
      return Optional.empty();
    }
    List<TextEdit> edits = fixes.remove().edits();
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProposedFix(finding, edits.get(0), edits.subList(1, edits.size())));
  }
}
