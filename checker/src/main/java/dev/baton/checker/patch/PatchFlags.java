package dev.baton.checker.patch;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.InvalidCommandLineOptionException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Error Prone's flags for patches, of which {@code -Xplugin:Baton} has two: {@code
 * -XepPatchLocation:} with a directory, and with it {@code -XepPatchChecks:} for the checks whose
 * fixes are meant.
 *
 * @param directory where fixes are written down; empty when nobody asked for that
 * @param checks the names of the checks; empty means all
 * @param others the arguments that are no such flags
 */
public record PatchFlags(
    Optional<Path> directory, ImmutableSet<String> checks, ImmutableList<String> others) {

  private static final String LOCATION = "-XepPatchLocation:";
  private static final String IN_PLACE = "-XepPatchLocation:IN_PLACE";
  private static final String CHECKS = "-XepPatchChecks:";
  private static final String IMPORT_ORDER = "-XepPatchImportOrder:";

  /** The flags among the arguments of a plugin, whose checks have these names. */
  public static PatchFlags among(ImmutableList<String> arguments, ImmutableSet<String> names) {
    @Nullable Path directory = null;
    ImmutableSet.Builder<String> checks = ImmutableSet.builder();
    ImmutableList.Builder<String> others = ImmutableList.builder();
    ImmutableList.Builder<String> patching = ImmutableList.builder();
    for (String argument : arguments) {
      if (Stream.of(LOCATION, CHECKS, IMPORT_ORDER).noneMatch(argument::startsWith)) {
        others.add(argument);
        continue;
      }
      patching.add(argument);
      if (argument.startsWith(CHECKS)) {
        checks.addAll(checks(argument, names));
      } else if (argument.startsWith(LOCATION) && !argument.equals(IN_PLACE)) {
        directory = directory(argument);
      }
    }
    if (directory == null) {
      refuse(patching.build());
    }
    return new PatchFlags(Optional.ofNullable(directory), checks.build(), others.build());
  }

  /** Whether the fixes of the check of this name are meant. */
  public boolean include(String check) {
    return checks.isEmpty() || checks.contains(check);
  }

  private static Iterable<String> checks(String argument, ImmutableSet<String> names) {
    Iterable<String> checks =
        Splitter.on(',')
            .trimResults()
            .omitEmptyStrings()
            .split(argument.substring(CHECKS.length()));
    for (String check : checks) {
      if (!names.contains(check)) {
        throw new InvalidCommandLineOptionException(
            CHECKS + check + " names no check here; those are " + String.join(", ", names));
      }
    }
    return checks;
  }

  /** Written as a URI where it has spaces, at which javac splits the arguments of a plugin. */
  private static Path directory(String argument) {
    String location = argument.substring(LOCATION.length());
    try {
      return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    } catch (IllegalArgumentException e) {
      throw new InvalidCommandLineOptionException(argument + " names no directory");
    }
  }

  private static void refuse(ImmutableList<String> patching) {
    if (!patching.isEmpty()) {
      throw new InvalidCommandLineOptionException(
          patching.get(0)
              + " needs -Xplugin:ErrorProne, or the goal fix of baton-maven-plugin;"
              + " -Xplugin:Baton changes no files");
    }
  }
}
