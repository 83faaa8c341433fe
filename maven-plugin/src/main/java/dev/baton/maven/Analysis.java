package dev.baton.maven;

import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.RecordedFix;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the checks have to say about a state of the sources.
 *
 * @param findings what they found
 * @param inTests those of the findings that only a compilation of tests had
 * @param fixes how some of the findings could be fixed
 * @param faults why javac could not finish its work, empty when it did
 */
record Analysis(
    Set<Finding> findings,
    Set<Finding> inTests,
    List<ProposedFix> fixes,
    List<CompilerMessage> faults) {

  /** What one compilation came to, of some of the checks. */
  static Analysis of(
      boolean ofTests,
      FixArguments arguments,
      List<CompilerMessage> messages,
      List<RecordedFix> recorded) {
    FixesOfFindings recordedFixes = new FixesOfFindings(recorded);
    SortedSet<Finding> findings = new TreeSet<>();
    List<ProposedFix> fixes = new ArrayList<>();
    List<CompilerMessage> faults = new ArrayList<>();
    for (CompilerMessage message : messages) {
      Optional<Finding> found = Finding.from(message);
      if (found.isEmpty() && message.kind().equals("ERROR")) {
        faults.add(message);
      }
      found
          .filter(finding -> arguments.include(finding.check()))
          .ifPresent(
              finding -> {
                findings.add(finding);
                recordedFixes.take(finding).ifPresent(fixes::add);
              });
    }
    return new Analysis(findings, ofTests ? findings : Set.of(), fixes, List.copyOf(faults));
  }

  /** All of them together. A file that several compilations share counts once. */
  static Analysis sum(Collection<Analysis> analyses) {
    SortedSet<Finding> findings = new TreeSet<>();
    Set<Finding> inMain = new TreeSet<>();
    Set<ProposedFix> fixes = new LinkedHashSet<>();
    List<CompilerMessage> faults = new ArrayList<>();
    for (Analysis analysis : analyses) {
      findings.addAll(analysis.findings);
      analysis.findings.stream().filter(f -> !analysis.inTests.contains(f)).forEach(inMain::add);
      fixes.addAll(analysis.fixes);
      faults.addAll(analysis.faults);
    }
    Set<Finding> inTests = new TreeSet<>(findings);
    inTests.removeAll(inMain);
    return new Analysis(
        findings,
        inTests,
        fixes.stream().sorted(ProposedFix.IN_READING_ORDER).toList(),
        List.copyOf(faults));
  }

  /** How many findings a check has in a file. */
  long count(Path file, String check) {
    return findings.stream().filter(f -> f.file().equals(file) && f.check().equals(check)).count();
  }

  boolean compiles() {
    return faults.isEmpty();
  }
}
