package dev.baton.maven;

import dev.baton.maven.driver.CompilerMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known about one module after its check.
 *
 * @param sourceFiles the files that were compiled with the checks
 * @param findings what the checks found, each once, in reading order
 * @param faults why javac could not finish its work, empty when it did
 */
record ModuleResult(Set<String> sourceFiles, List<Finding> findings, List<CompilerMessage> faults) {

  static final ModuleResult NOTHING = new ModuleResult(Set.of(), List.of(), List.of());

  /**
   * Sorts the diagnostics of one compilation into findings, faults, and what is not our business.
   */
  static ModuleResult of(Collection<String> sourceFiles, List<CompilerMessage> messages) {
    SortedSet<Finding> findings = new TreeSet<>();
    List<CompilerMessage> faults = new ArrayList<>();
    for (CompilerMessage message : messages) {
      var finding = Finding.from(message);
      if (finding.isPresent()) {
        findings.add(finding.get());
      } else if (message.kind().equals("ERROR")) {
        faults.add(message);
      }
    }
    return new ModuleResult(Set.copyOf(sourceFiles), List.copyOf(findings), List.copyOf(faults));
  }

  /**
   * Both together; a file that two compilations of a module share counts once, with its findings.
   */
  ModuleResult and(ModuleResult other) {
    Set<String> allFiles = new HashSet<>(sourceFiles);
    allFiles.addAll(other.sourceFiles);
    SortedSet<Finding> allFindings = new TreeSet<>(findings);
    allFindings.addAll(other.findings);
    List<CompilerMessage> allFaults = new ArrayList<>(faults);
    allFaults.addAll(other.faults);
    return new ModuleResult(Set.copyOf(allFiles), List.copyOf(allFindings), List.copyOf(allFaults));
  }
}
