package dev.baton.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.plugin.MojoFailureException;

/**
 * What a user gives to the checks of the goal {@code fix}.
 *
 * @param flags the flags, without where the fixes go
 * @param checks the checks whose findings are to be fixed, empty for all
 */
record FixArguments(List<String> flags, Set<String> checks) {

  private static final String LOCATION = "-XepPatchLocation:";
  private static final String IN_PLACE = "-XepPatchLocation:IN_PLACE";
  private static final String CHECKS = "-XepPatchChecks:";
  private static final String TESTS = "-XepCompilingTestOnlyCode";

  static FixArguments parse(String arguments) throws MojoFailureException {
    List<String> flags = new ArrayList<>();
    Set<String> checks = new HashSet<>();
    for (String flag : List.of(arguments.strip().split("\\s+"))) {
      if (flag.startsWith(CHECKS)) {
        checks.addAll(Arrays.asList(flag.substring(CHECKS.length()).split(",")));
      }
      if (flag.startsWith(LOCATION) && !flag.equals(IN_PLACE)) {
        throw new MojoFailureException(
            "baton.args has "
                + flag
                + ", but this goal changes files in place; for a patch, run it with"
                + " -Dbaton.dryRun");
      }
      if (!flag.isEmpty() && !flag.equals(IN_PLACE)) {
        flags.add(flag);
      }
    }
    return new FixArguments(List.copyOf(flags), Set.copyOf(checks));
  }

  boolean include(String check) {
    return checks.isEmpty() || checks.contains(check);
  }

  /** The checker's arguments for a compilation whose fixes are to be written to a directory. */
  String forChecker(boolean ofTests, Path fixes) {
    List<String> all = new ArrayList<>(flags);
    // As a URI: javac splits the arguments of a plugin at spaces.
    all.add(LOCATION + fixes.toUri());
    if (ofTests) {
      all.add(TESTS);
    }
    return String.join(" ", all);
  }
}
