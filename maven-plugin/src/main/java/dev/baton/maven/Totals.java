package dev.baton.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What was counted in one module or in several.
 *
 * <p>Named counters in a map of the JDK, not fields: modules may load this plugin in class loaders
 * that do not share its types, and yet they count together.
 */
final class Totals {

  private static final String MODULES_WITH_JAVA = "modules with Java";
  private static final String FOUND_IN = "found in ";
  private static final String SOURCE_FILES = "source files";
  private static final String SKIPPED = "skipped";
  private static final String IN_BASELINE = "in the baseline";
  private static final String JUDGED_BAD = "judged bad";
  private static final String ASKED = "asks for ";
  private static final String KNOWN = "has ";

  private final SortedMap<String, Integer> counters = new TreeMap<>();

  /** At most so many modules are named in a sentence. */
  private static final int NAMED_MODULES = 5;

  static Totals of(String name, ModuleResult module) {
    Totals totals = new Totals();
    totals.add(MODULES_WITH_JAVA, module.sourceFiles().isEmpty() ? 0 : 1);
    totals.add(FOUND_IN + name, module.findings().size());
    totals.add(SOURCE_FILES, module.sourceFiles().size());
    for (Finding finding : module.findings()) {
      totals.add(prefix(finding.severity()) + finding.check(), 1);
    }
    module.askedTypes().forEach(type -> totals.add(ASKED + type, 1));
    module.knownTypes().forEach(type -> totals.add(KNOWN + type, 1));
    return totals;
  }

  /** Those of a module of which some findings are known, and not among the others. */
  static Totals of(String name, ModuleResult module, int known) {
    Totals totals = of(name, module);
    totals.add(IN_BASELINE, known);
    return totals;
  }

  static Totals skipped() {
    Totals totals = new Totals();
    totals.add(SKIPPED, 1);
    return totals;
  }

  void add(SortedMap<String, Integer> others) {
    others.forEach(this::add);
  }

  SortedMap<String, Integer> asMap() {
    return new TreeMap<>(counters);
  }

  int count(Severity severity) {
    return checks(severity).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The findings in one phrase: {@code 3 errors and 1 warning in 2 modules (api, app)}. */
  String findings() {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int number = count(severity);
      if (number > 0) {
        parts.add(severity.count(number));
      }
    }
    if (parts.isEmpty()) {
      return get(IN_BASELINE) > 0 ? "no new findings" : "no findings";
    }
    String what = String.join(" and ", parts);
    return modules() > 1 ? what + " in " + modulesWithFindings() : what;
  }

  /** What was looked at, then a line for each check that found something, errors first. */
  List<String> lines() {
    if (modules() == 0 && get(SKIPPED) > 0) {
      return List.of();
    }
    if (modules() == 0) {
      return List.of("Baton: this build has no Java sources, nothing to check");
    }
    List<String> lines = new ArrayList<>();
    lines.add("Baton: " + sum());
    for (Severity severity : Severity.values()) {
      checks(severity).forEach((check, n) -> lines.add("  " + check + ": " + severity.count(n)));
    }
    Set<String> unknown = new TreeSet<>(startingWith(ASKED).keySet());
    unknown.removeAll(startingWith(KNOWN).keySet());
    unknown.forEach(
        type ->
            lines.add(
                "Baton: "
                    + type
                    + " is on no class path of this build, so nothing was checked for it; is it the"
                    + " full name?"));
    return lines;
  }

  /** What was found, and what was looked at. */
  String sum() {
    int known = get(IN_BASELINE);
    return findings()
        + (known == 0 ? "" : "; " + Plural.of(known, "known finding") + " not shown")
        + "; checked "
        + Plural.of(get(SOURCE_FILES), "source file")
        + (modules() > 1 ? " in " + Plural.of(modules(), "module") : "");
  }

  /** The same with what a user thinks of it: each module may have a limit of its own. */
  Totals judgedBy(FailOn limit) {
    boolean isBad = limit.failsOn(count(Severity.ERROR), count(Severity.WARNING));
    add(JUDGED_BAD, isBad ? 1 : 0);
    return this;
  }

  /** Fails a build in which a module has findings that its limit does not let pass. */
  void failWhereJudgedBad() throws MojoFailureException {
    if (get(JUDGED_BAD) > 0) {
      throw new MojoFailureException(
          "Baton found "
              + findings()
              + "; fix them, suppress them with @SuppressWarnings(\"CheckName\") and a reason, or"
              + " run with -Dbaton.failOn=never");
    }
  }

  private int modules() {
    return get(MODULES_WITH_JAVA);
  }

  private String modulesWithFindings() {
    Set<String> names = startingWith(FOUND_IN).keySet();
    String some = names.stream().limit(NAMED_MODULES).collect(Collectors.joining(", "));
    String more = names.size() > NAMED_MODULES ? ", ..." : "";
    return Plural.of(names.size(), "module") + " (" + some + more + ")";
  }

  private SortedMap<String, Integer> checks(Severity severity) {
    return startingWith(prefix(severity));
  }

  private SortedMap<String, Integer> startingWith(String prefix) {
    SortedMap<String, Integer> found = new TreeMap<>();
    counters.forEach(
        (name, number) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), number);
          }
        });
    return found;
  }

  private static String prefix(Severity severity) {
    return severity.name() + " ";
  }

  private int get(String counter) {
    return counters.getOrDefault(counter, 0);
  }

  private void add(String counter, int number) {
    if (number > 0) {
      counters.merge(counter, number, Integer::sum);
    }
  }
}
