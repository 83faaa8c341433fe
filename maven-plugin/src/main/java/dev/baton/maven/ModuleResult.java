package dev.baton.maven;

import dev.baton.maven.driver.CompilerMessage;
import dev.baton.maven.driver.RecordedFix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is known about one module after its check.
 *
 * @param sourceFiles the files that were compiled with the checks
 * @param findings what the checks found, each once, in reading order
 * @param fixes how some of the findings could be fixed, where that was asked for
 * @param faults why javac could not finish its work, empty when it did
 * @param askedTypes the types of contexts that the flags ask for
 * @param knownTypes those of them that it can use
 */
record ModuleResult(
    Set<String> sourceFiles,
    List<Finding> findings,
    List<ProposedFix> fixes,
    List<CompilerMessage> faults,
    Set<String> askedTypes,
    Set<String> knownTypes) {

  static final ModuleResult NOTHING = new ModuleResult(Set.of(), List.of(), List.of());

  /** That of a module whose flags ask for no types, and of which nobody wants fixes. */
  ModuleResult(Set<String> sourceFiles, List<Finding> findings, List<CompilerMessage> faults) {
    this(sourceFiles, findings, List.of(), faults, Set.of(), Set.of());
  }

  /**
   * Sorts the diagnostics of one compilation into findings, faults, and what is not our business.
   */
  static ModuleResult of(Collection<String> sourceFiles, List<CompilerMessage> messages) {
    return of(sourceFiles, messages, List.of());
  }

  /** The same of one that recorded fixes. */
  static ModuleResult of(
      Collection<String> sourceFiles, List<CompilerMessage> messages, List<RecordedFix> recorded) {
    FixesOfFindings recordedFixes = new FixesOfFindings(recorded);
    SortedSet<Finding> findings = new TreeSet<>();
    List<ProposedFix> fixes = new ArrayList<>();
    List<CompilerMessage> faults = new ArrayList<>();
    for (CompilerMessage message : messages) {
      var finding = Finding.from(message);
      if (finding.isPresent()) {
        findings.add(finding.get());
        recordedFixes.take(finding.get()).ifPresent(fixes::add);
      } else if (message.kind().equals("ERROR")) {
        faults.add(message);
      }
    }
    return new ModuleResult(
        Set.copyOf(sourceFiles),
        List.copyOf(findings),
        List.copyOf(fixes),
        List.copyOf(faults),
        Set.of(),
        Set.of());
  }

  /** The same of a module whose flags ask for types. */
  ModuleResult asking(Set<String> asked, Set<String> known) {
    return new ModuleResult(
        sourceFiles, findings, fixes, faults, Set.copyOf(asked), Set.copyOf(known));
  }

  /** The same with some of its findings. */
  ModuleResult only(List<Finding> some) {
    return new ModuleResult(sourceFiles, some, fixes, faults, askedTypes, knownTypes);
  }

  /** The fix of a finding. */
  Optional<ProposedFix> fix(Finding finding) {
    return fixes.stream().filter(fix -> fix.finding().compareTo(finding) == 0).findFirst();
  }

  /**
   * Both together; a file that two compilations of a module share counts once, with its findings.
   */
  ModuleResult and(ModuleResult other) {
    SortedSet<Finding> allFindings = new TreeSet<>(findings);
    allFindings.addAll(other.findings);
    List<CompilerMessage> allFaults = new ArrayList<>(faults);
    allFaults.addAll(other.faults);
    return new ModuleResult(
        union(sourceFiles, other.sourceFiles),
        List.copyOf(allFindings),
        Stream.concat(fixes.stream(), other.fixes.stream()).toList(),
        List.copyOf(allFaults),
        union(askedTypes, other.askedTypes),
        union(knownTypes, other.knownTypes));
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
