package dev.baton.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** After an error javac writes no classes, and what uses the changed code would see the old. */
  private static final String AS_WARNINGS = "-XepAllErrorsAsWarnings";

  /** What comes before that flag: a severity for one check. */
  private static final Pattern EXPLICIT_ERROR = Pattern.compile("^(-Xep:\\w+)(:ERROR|:DEFAULT)?$");

  static FixArguments parse(String arguments) throws MojoFailureException {
    List<String> flags = new ArrayList<>();
    Set<String> checks = new HashSet<>();
    for (String flag : List.of(arguments.strip().split("\\s+"))) {
      if (flag.startsWith(CHECKS)) {
        Arrays.stream(flag.substring(CHECKS.length()).split(","))
            .filter(check -> !check.isEmpty())
            .forEach(checks::add);
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

  /** Whether a dry run is meant; any word but true and false is refused, lest files be written. */
  static boolean parseDryRun(String written) throws MojoFailureException {
    return switch (written.strip()) {
      case "true", "" -> true;
      case "false" -> false;
      default ->
          throw new MojoFailureException(
              "baton.dryRun is '" + written + "', but must be one of true, false");
    };
  }

  /** The checker's flags for a compilation whose fixes are to be written to a directory. */
  static String recording(String flags, Path directory) {
    return flags + " " + location(directory);
  }

  /** As a URI: javac splits the arguments of a plugin at spaces. */
  private static String location(Path directory) {
    return LOCATION + directory.toUri();
  }

  boolean include(String check) {
    return checks.isEmpty() || checks.contains(check);
  }

  /**
   * The checker's arguments for a compilation whose fixes are to be written to a directory.
   *
   * @param ofProject the flags with which the project itself runs the checks
   */
  String forChecker(List<String> ofProject, boolean ofTests, Path fixes) {
    List<String> all = new ArrayList<>();
    Stream.concat(ofProject.stream(), flags.stream())
        .map(flag -> EXPLICIT_ERROR.matcher(flag).replaceFirst("$1:WARN"))
        .forEach(all::add);
    all.add(AS_WARNINGS);
    all.add(location(fixes));
    if (ofTests) {
      all.add(TESTS);
    }
    return String.join(" ", all);
  }
}
