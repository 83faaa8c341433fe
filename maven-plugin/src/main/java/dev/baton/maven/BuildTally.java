package dev.baton.maven;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Adds up the modules of one run of a goal, so that a finding in the first does not keep users from
 * seeing those in the others.
 *
 * <p>It lives in the build's session and dies with it. Modules of a parallel build meet here.
 */
final class BuildTally {

  private static final String KEY = "dev.baton.modules ";

  private final int modulesOfRun;
  private final Map<String, SortedMap<String, Integer>> modules;

  private BuildTally(int modulesOfRun, Map<String, SortedMap<String, Integer>> modules) {
    this.modulesOfRun = modulesOfRun;
    this.modules = modules;
  }

  static BuildTally of(GoalRun run) {
    String key = KEY + run.name();
    run.data().set(key, /* oldValue= */ null, new HashMap<String, SortedMap<String, Integer>>());
    @SuppressWarnings("unchecked") // nothing else uses this key
    var modules = (Map<String, SortedMap<String, Integer>>) run.data().get(key);
    return new BuildTally(run.modules(), modules);
  }

  /**
   * Notes a module. The sum when it was the last one that was missing; the tally is empty again
   * then, for a build that names the goal twice.
   */
  Optional<Totals> add(String module, Totals counted) {
    synchronized (modules) {
      modules.put(module, counted.asMap());
      if (modules.size() < modulesOfRun) {
        return Optional.empty();
      }
      Totals sum = new Totals();
      modules.values().forEach(sum::add);
      modules.clear();
      return Optional.of(sum);
    }
  }
}
