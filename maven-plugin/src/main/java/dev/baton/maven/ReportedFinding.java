package dev.baton.maven;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A finding in a report.
 *
 * @param module the module it is in
 * @param fix what would fix it
 * @param fingerprint the same for the same finding in every report, and for no other in this one
 */
record ReportedFinding(
    Finding finding, String module, Optional<ProposedFix> fix, String fingerprint) {

  /** The findings of modules, by name, each module in reading order. */
  static List<ReportedFinding> all(Map<String, ModuleResult> modules) {
    List<ReportedFinding> all = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    modules.forEach(
        (name, module) -> {
          for (Finding finding : module.findings()) {
            String key = FindingKey.of(finding).fingerprint();
            int number = numbers.merge(key, 1, Integer::sum);
            all.add(new ReportedFinding(finding, name, module.fix(finding), key + ":" + number));
          }
        });
    return all;
  }
}
