package dev.baton.docs;

import com.google.errorprone.bugpatterns.BugChecker;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The checks that Error Prone finds in the jar of the checker. */
final class Checks {

  static final Set<String> NAMES =
      ServiceLoader.load(BugChecker.class).stream()
          .map(ServiceLoader.Provider::type)
          .filter(check -> check.getPackageName().equals("dev.baton.checker.checks"))
          .map(Class::getSimpleName)
          .collect(Collectors.toCollection(TreeSet::new));

  private Checks() {}
}
